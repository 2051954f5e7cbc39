'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { classes } from '#components/ui/classes';
import { dayIn, timeIn } from '#lib/clock';
import type { CheckInView } from '#lib/feelings/view';
import type { Wheel } from '#lib/feelings/wheel';
import { sayCalendarDay } from '#lib/i18n/when';
import styles from './feelings.module.css';
import { feelingsOf, wordsOf } from './words-of';

/** Check-ins, one below the other: the words, and in small what was said with them. */
export function CheckInLines({ checkIns, wheel }: { checkIns: readonly CheckInView[]; wheel: Wheel }) {
  return (
    <ul className="flex flex-col gap-2.5">
      {checkIns.map((checkIn) => (
        <CheckInLine key={checkIn.id} checkIn={checkIn} wheel={wheel} />
      ))}
    </ul>
  );
}

function CheckInLine({ checkIn, wheel }: { checkIn: CheckInView; wheel: Wheel }) {
  const t = useTranslations('feelings');
  const format = useFormatter();
  const feelings = feelingsOf(wheel, checkIn.feelings);
  const list = (ids: readonly string[], of: readonly { id: string; words: string }[]) =>
    format.list(
      wordsOf(of, ids).map(({ words }) => words),
      { type: 'conjunction' },
    );
  const { strength, needs, body, around, line } = checkIn;
  const facts = [
    strength !== null && t('entry.strength', { strength: t(`strength.names.${strength}`) }),
    body.length > 0 && list(body, wheel.body),
    around.length > 0 && t('entry.around', { things: list(around, wheel.around) }),
  ].filter(Boolean);
  return (
    <Card as="li" tight className="relative flex items-center gap-3 hover:border-edge sm:px-5">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
          <time dateTime={checkIn.at} className="first-letter:uppercase">
            <When at={checkIn.at} />
          </time>
        </p>
        <h3>
          <Link
            href={`/feelings/check-ins/${checkIn.id}`}
            className="title wrap-anywhere block text-lg leading-snug no-underline after:absolute after:inset-0 after:rounded-card first-letter:uppercase"
          >
            {feelings.length > 0 ? format.list(feelings.map(({ words }) => words)) : t('entry.noWord')}
          </Link>
        </h3>
        <div aria-hidden="true" className="flex gap-1">
          {[...new Set(feelings.map(({ family }) => family))].map((family) => (
            <span
              key={family}
              data-family={family}
              className={classes(styles.hue, 'h-1.5 w-6 rounded-full bg-(--hue) forced-edge')}
            />
          ))}
        </div>
        {needs.length > 0 && <p>{t('entry.need', { things: list(needs, wheel.needs) })}</p>}
        {line && (
          <p className="written border-mine border-l-[3px] pl-3" dir="auto">
            {line}
          </p>
        )}
        {facts.length > 0 && <p className="wrap-anywhere text-muted text-sm">{facts.join(' · ')}</p>}
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted max-[16rem]:hidden" />
    </Card>
  );
}

/** The time of today's, the day and time of another day's. */
function When({ at }: { at: string }) {
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const today = dayIn(zone, useNow());
  const date = new Date(at);
  const day = dayIn(zone, date);
  const time = timeIn(zone, date);
  return day === today ? time : `${sayCalendarDay(locale, day, today)} · ${time}`;
}
