'use client';

import { CalendarHeart, Gift } from 'lucide-react';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { capitalise } from '#components/plans/capitalise';
import { dayIn } from '#lib/clock';
import { sayMoment, sayNearDay } from '#lib/i18n/when';
import type { NextTalk } from '#lib/talks/view';
import type { TurnView } from '#lib/turns/queries';
import { useTalkContext } from './talk-context';

const icon = { 'aria-hidden': true, strokeWidth: 1.75, className: 'absolute top-1 left-0 size-5 text-muted' } as const;

/** What the two go away with: when they talk again, and whose turn it is to surprise. */
export function Closing({ next, turn }: { next: NextTalk | null; turn: TurnView | null }) {
  const t = useTranslations('live.closing');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const { talk, names, shared } = useTalkContext();
  const now = new Date(talk.view.now);
  const turnWords = () => {
    if (!turn) return t('noTurn');
    return turn.holder === 'me' && !shared ? t('turnMine') : t('turnTheirs', { name: names[turn.holder] });
  };
  return (
    <dl aria-label={t('label')} className="flex flex-col gap-4">
      <Line icon={<CalendarHeart {...icon} />} term={t('next')} hint={next ? null : t('noNextText')}>
        {next ? capitalise(sayMoment(locale, zone, new Date(next.startsAt), now)) : t('noNext')}
      </Line>
      <Line
        icon={<Gift {...icon} />}
        term={t('turn')}
        hint={turn ? t('until', { day: sayNearDay(locale, turn.endsOn, dayIn(zone, now)) }) : t('noTurnText')}
      >
        {turnWords()}
      </Line>
    </dl>
  );
}

function Line({
  icon,
  term,
  hint,
  children,
}: {
  icon: ReactNode;
  term: string;
  hint: string | null;
  children: ReactNode;
}) {
  return (
    <div className="relative min-w-0 pl-9">
      <dt className="text-muted text-sm">
        {icon}
        {term}
      </dt>
      <dd className="title wrap-anywhere text-lg">{children}</dd>
      {hint && <dd className="text-muted text-sm">{hint}</dd>}
    </div>
  );
}
