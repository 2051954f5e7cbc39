'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useToday } from '#components/plans/use-today';
import { Button } from '#components/ui/button';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { type Day, dayIn } from '#lib/clock';
import type { CheckInView } from '#lib/feelings/view';
import type { Wheel } from '#lib/feelings/wheel';
import { sayMonth } from '#lib/i18n/when';
import { CheckInLines } from './check-in-lines';

type Listed = { checkIns: CheckInView[]; next: string | null };

/** All that I have kept, by month, the last first; earlier ones come on asking. */
export function EarlierList({ first, wheel }: { first: Listed; wheel: Wheel }) {
  const t = useTranslations('feelings.all');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const today = useToday();
  const { show } = useToast();
  const [earlier, setEarlier] = useState<Listed | null>(null);
  const [busy, setBusy] = useState(false);
  const next = earlier ? earlier.next : first.next;
  const all = [...new Map([...first.checkIns, ...(earlier?.checkIns ?? [])].map((one) => [one.id, one])).values()];
  const months = new Map<string, CheckInView[]>();
  for (const checkIn of all) {
    const month = dayIn(zone, new Date(checkIn.at)).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), checkIn]);
  }

  const more = async () => {
    if (!next) return;
    setBusy(true);
    const sent = await send<Listed>('GET', `/api/check-ins?${new URLSearchParams({ before: next })}`);
    setBusy(false);
    if (!sent.ok) {
      show(t('failed'), { tone: 'danger' });
      return;
    }
    const { checkIns, next: after } = sent.data;
    setEarlier((before) => ({ checkIns: [...(before?.checkIns ?? []), ...checkIns], next: after }));
  };
  return (
    <div className="flex flex-col gap-7">
      {[...months].map(([month, checkIns]) => (
        <section key={month} aria-labelledby={`month-${month}`} className="flex flex-col gap-2.5">
          <h2 id={`month-${month}`} className="title text-xl first-letter:uppercase">
            {sayMonth(locale, `${month}-01` as Day, today)}
          </h2>
          <CheckInLines checkIns={checkIns} wheel={wheel} />
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
