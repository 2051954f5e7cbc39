'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useToday } from '#components/plans/use-today';
import { Button } from '#components/ui/button';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { type Day, dayIn } from '#lib/clock';
import { sayMonth } from '#lib/i18n/when';
import type { ThanksPage } from '#lib/thanks/queries';
import type { ThanksView } from '#lib/thanks/view';
import { ThanksCard } from './thanks-card';

function groupByMonth(thanks: ThanksView[], zone: string): [string, ThanksView[]][] {
  const months = new Map<string, ThanksView[]>();
  for (const one of thanks) {
    const month = dayIn(zone, new Date(one.givenAt ?? 0)).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  return [...months];
}

const isLater = (a: ThanksView, b: ThanksView) =>
  a.givenAt === b.givenAt ? a.id > b.id : (a.givenAt ?? '') > (b.givenAt ?? '');

/** What the two have given each other, by month, the last first; earlier ones come on asking. */
export function GivenList({ first, name }: { first: ThanksPage; name: string }) {
  const t = useTranslations('thanks.list');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const today = useToday();
  const { show } = useToast();
  const [earlier, setEarlier] = useState<ThanksPage | null>(null);
  const [busy, setBusy] = useState(false);
  const next = earlier ? earlier.next : first.next;
  const all = [...new Map([...(earlier?.thanks ?? []), ...first.thanks].map((one) => [one.id, one])).values()].sort(
    (a, b) => (isLater(a, b) ? -1 : 1),
  );

  const more = async () => {
    if (!next) return;
    setBusy(true);
    const sent = await send<ThanksPage>('GET', `/api/thanks?before=${encodeURIComponent(next)}`);
    setBusy(false);
    if (!sent.ok) {
      show(t('failed'), { tone: 'danger' });
      return;
    }
    const { thanks, next: after } = sent.data;
    setEarlier((before) => ({ thanks: [...(before?.thanks ?? []), ...thanks], next: after }));
  };
  return (
    <div className="flex flex-col gap-7">
      {groupByMonth(all, zone).map(([month, thanks]) => (
        <section key={month} aria-labelledby={`month-${month}`} className="flex flex-col gap-2.5">
          <h3 id={`month-${month}`} className="font-semibold text-muted first-letter:uppercase">
            {sayMonth(locale, `${month}-01` as Day, today)}
          </h3>
          <ul className="flex flex-col gap-2.5">
            {thanks.map((one) => (
              <ThanksCard key={one.id} thanks={one} name={name} />
            ))}
          </ul>
        </section>
      ))}
      {next && (
        <Button look="quiet" className="self-center" busy={busy} onClick={more}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
