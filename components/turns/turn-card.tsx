'use client';

import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Shown } from '#components/live/shown';
import { ButtonLink } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { dayIn } from '#lib/clock';
import { sayNearDay } from '#lib/i18n/when';
import type { TurnView } from '#lib/turns/queries';
import { BeginTurns } from './begin-turns';
import { TurnCircles } from './turn-circles';
import { TurnMenu } from './turn-menu';

/** Whose turn it is to surprise, and until when. Before the two take turns: what that is, and how to begin. */
export function TurnCard({
  turn,
  partnerName,
  quiet,
}: {
  turn: TurnView | null;
  partnerName: string | null;
  /** Something else on the page asks first. */
  quiet?: boolean;
}) {
  const t = useTranslations('turns');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  if (!partnerName) return null;
  const name = partnerName;
  const isMine = turn?.holder === 'me';
  const today = dayIn(zone, now);
  return (
    <Card aria-labelledby="turn" className="flex flex-wrap items-center gap-x-4 gap-y-4">
      <Shown id="turn" />
      <TurnCircles holder={turn?.holder ?? null} className="h-14 w-auto shrink-0" />
      <div className="min-w-[min(9rem,100%)] flex-1">
        <h2 id="turn" tabIndex={-1} className="title wrap-anywhere text-xl">
          {turn ? t(`${isMine ? 'mine' : 'theirs'}.${turn.rhythm}`, { name }) : t('none.title')}
        </h2>
        <p className="text-muted text-sm">
          {turn
            ? turn.endsOn <= today
              ? t('untilToday')
              : t('until', { day: sayNearDay(locale, turn.endsOn, today) })
            : t('none.text', { name })}
        </p>
      </div>
      {turn ? (
        <div className="ml-auto flex flex-wrap items-center justify-end gap-1">
          {isMine && (
            <ButtonLink href="/plans/new?kind=surprise" look={quiet ? 'quiet' : 'primary'}>
              {t('plan')}
            </ButtonLink>
          )}
          <TurnMenu turn={turn} partnerName={name} />
        </div>
      ) : (
        <BeginTurns partnerName={name} />
      )}
    </Card>
  );
}
