'use client';

import { useTranslations } from 'next-intl';
import { classes } from '#components/ui/classes';
import { leftOf, sayClock, untilNextSecond } from './clock';
import { useTalkContext } from './talk-context';
import { useServerNow } from './use-server-now';

/**
 * The time that is left of what was meant. It asks for nothing: when it is over it says so softly. `quiet` below other words;
 * `faint` in the place of the large one, where the moment has no time of its own.
 */
export function Countdown({ quiet, faint }: { quiet?: boolean; faint?: boolean }) {
  const t = useTranslations('live.time');
  const { talk } = useTalkContext();
  const now = useServerNow(talk, (at) => untilNextSecond(leftOf(talk.view, at)));
  const left = leftOf(talk.view, now);
  const clock = sayClock(left);
  // One after the other has the word, and the time is of both; in a long round each has an own one.
  const isOfBoth = talk.view.phase === 'turn' && talk.view.phaseEndsAt === null && !talk.view.pause;
  const minutes = Math.round(left / 60_000);
  const words = clock ? (minutes > 0 ? t('left', { count: minutes }) : t('soon')) : t('overText');
  return (
    // The timer says nothing by itself; who goes to it hears the minutes.
    <div
      role="timer"
      aria-live="off"
      aria-label={words}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the way to hear the time when one wants to
      tabIndex={0}
      className="mx-auto rounded-lg px-3 text-center"
    >
      <span
        aria-hidden="true"
        className={classes(
          'flex items-center justify-center',
          clock ? 'numeral font-semibold tracking-[-0.02em]' : 'title text-muted',
          // As high whether it counts or not, so that nothing below it moves.
          quiet ? 'h-8 text-2xl text-muted' : 'h-14',
          !quiet && (clock && !faint ? 'text-5xl' : 'text-2xl text-muted'),
        )}
      >
        {clock ?? t('over')}
      </span>
      {isOfBoth && <span className="block text-muted text-sm">{t('ofBoth')}</span>}
    </div>
  );
}
