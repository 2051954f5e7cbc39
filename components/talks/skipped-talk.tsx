'use client';

import { CalendarX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAct } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import type { Day } from '#lib/clock';
import { Dotted } from './dotted';
import { useSayStart } from './use-say-start';

/** A talk that was left out, as long as its time has not come: it can take place after all. */
export function SkippedTalk({ day, startsAt }: { day: Day; startsAt: string }) {
  const t = useTranslations('talks.next');
  const sayStart = useSayStart();
  const { act, busy } = useAct();
  const bringBack = () =>
    void act('DELETE', `/api/talks/days/${day}/skip`, undefined, { say: t('isBack'), focus: 'next' });
  return (
    <RowCard
      icon={<CalendarX strokeWidth={1.75} />}
      tone="sunk"
      title={<Dotted>{t('isSkipped', { day: sayStart(startsAt) })}</Dotted>}
      action={
        <Button look="quiet" size="small" busy={busy} onClick={bringBack}>
          {t('back')}
        </Button>
      }
    >
      {t('isSkippedText')}
    </RowCard>
  );
}
