import { CalendarClock, LockKeyhole } from 'lucide-react';
import { useLocale } from 'next-intl';
import { classes } from '#components/ui/classes';
import type { Day } from '#lib/clock';
import { sayLeaf } from '#lib/i18n/when';

const tones = {
  ours: 'bg-ours-tint text-ours',
  theirs: 'bg-theirs-tint text-theirs',
  mine: 'bg-mine-tint text-mine',
  calm: 'bg-calm-tint text-calm',
  sunk: 'bg-lifted text-muted',
  sealed: 'border border-dashed border-theirs bg-theirs-tint text-theirs',
};

/** A leaf of the calendar. It repeats a day that stands beside it in words. */
export function DateLeaf({ day, tone = 'ours' }: { day: Day | null; tone?: keyof typeof tones }) {
  const locale = useLocale();
  const leaf = day && sayLeaf(locale, day);
  return (
    <span
      aria-hidden="true"
      className={classes(
        'flex min-h-16 w-14 shrink-0 select-none flex-col items-center justify-center rounded-lg py-1.5 leading-none',
        tones[tone],
      )}
    >
      {leaf ? (
        <>
          <span className="font-semibold text-[0.6875rem] capitalize">{leaf.weekday}</span>
          <span className="numeral py-0.5 text-2xl">{leaf.number}</span>
          <span className="text-[0.6875rem] capitalize">{leaf.month}</span>
        </>
      ) : tone === 'sealed' ? (
        <LockKeyhole strokeWidth={1.75} className="size-5" />
      ) : (
        <CalendarClock strokeWidth={1.75} className="size-5" />
      )}
    </span>
  );
}
