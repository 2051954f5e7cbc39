'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, TextLink } from '#components/ui/button';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import type { Day } from '#lib/clock';
import { sayMonth } from '#lib/i18n/when';
import type { LivedLine } from '#lib/plans/view';
import { PlanCard } from './plan-lines';
import { useToday } from './use-today';

type Listed = { plans: LivedLine[]; next: string | null };

function groupByMonth(plans: LivedLine[]): [string, LivedLine[]][] {
  const months = new Map<string, LivedLine[]>();
  for (const plan of plans) {
    const month = plan.livedOn?.slice(0, 7) ?? '';
    months.set(month, [...(months.get(month) ?? []), plan]);
  }
  return [...months];
}

/** What the two have lived, by month, the last first; earlier ones come on asking. */
export function LivedList({ first, partnerName }: { first: Listed; partnerName: string | null }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const today = useToday();
  const { show } = useToast();
  const [earlier, setEarlier] = useState<Listed | null>(null);
  const [busy, setBusy] = useState(false);
  const next = earlier ? earlier.next : first.next;
  const all = [...new Map([...(earlier?.plans ?? []), ...first.plans].map((plan) => [plan.id, plan])).values()].sort(
    (a, b) => ((a.livedOn ?? '') < (b.livedOn ?? '') ? 1 : a.livedOn === b.livedOn && a.id < b.id ? 1 : -1),
  );

  const more = async () => {
    if (!next) return;
    setBusy(true);
    const sent = await send<{ lived: Listed }>('GET', `/api/plans?before=${encodeURIComponent(next)}`);
    setBusy(false);
    if (!sent.ok) {
      show(t('lived.failed'), { tone: 'danger' });
      return;
    }
    const { plans, next: after } = sent.data.lived;
    setEarlier((before) => ({ plans: [...(before?.plans ?? []), ...plans], next: after }));
  };
  return (
    <div className="flex flex-col gap-7">
      {groupByMonth(all).map(([month, plans]) => (
        <section key={month} aria-labelledby={`month-${month}`} className="flex flex-col gap-2.5">
          <h2 id={`month-${month}`} className="title text-xl first-letter:uppercase">
            {sayMonth(locale, `${month}-01` as Day, today)}
          </h2>
          <ul className="flex flex-col gap-2.5">
            {plans.map((plan) => (
              <PlanCard
                key={plan.id}
                line={plan}
                day={plan.livedOn}
                below={
                  (!plan.felt.mine || plan.felt.mine.text || plan.felt.theirs?.text) && (
                    <div className="flex flex-col items-start gap-3">
                      {(plan.felt.mine?.text || plan.felt.theirs?.text) && (
                        <ul className="flex flex-col gap-3">
                          <FeltLine felt={plan.felt.theirs?.text} name={partnerName ?? t('gone')} whose="theirs" />
                          <FeltLine felt={plan.felt.mine?.text} name={t('you')} whose="mine" />
                        </ul>
                      )}
                      {!plan.felt.mine && (
                        <TextLink
                          href={`/plans/${plan.id}#felt`}
                          aria-label={t('lived.sayOf', { title: plan.title ?? t('noTitle') })}
                          className="target relative text-sm"
                        >
                          {t('lived.say')}
                        </TextLink>
                      )}
                    </div>
                  )
                }
              />
            ))}
          </ul>
        </section>
      ))}
      {next && (
        <Button look="quiet" className="self-center" busy={busy} onClick={more}>
          {t('lived.more')}
        </Button>
      )}
    </div>
  );
}

/** What one of us wrote of it, with the colour of whose it is beside it, as on the plan's page. */
function FeltLine({ felt, name, whose }: { felt: string | null | undefined; name: string; whose: 'mine' | 'theirs' }) {
  if (!felt) return null;
  return (
    <li className={`border-l-[3px] py-0.5 pl-3.5 ${whose === 'mine' ? 'border-mine' : 'border-theirs'}`}>
      <p className="wrap-anywhere font-semibold text-muted text-sm">{name}</p>
      <p className="written" dir="auto">
        {felt}
      </p>
    </li>
  );
}
