import { useLocale, useTranslations } from 'next-intl';
import { sayCalendarDay, sayLength } from '#lib/i18n/when';
import type { WhenView } from '#lib/plans/view';
import { useToday } from './use-today';

type When = Pick<WhenView, 'day' | 'time' | 'minutes'>;

/** When a plan is, in words; that no day is said, where none is. */
export function PlannedWhen({ when, besideLeaf }: { when: When | null; besideLeaf?: boolean }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const today = useToday();
  if (!when) return <span>{t('noDay')}</span>;
  const { day, time, minutes } = when;
  const dayWords = sayCalendarDay(locale, day, today);
  // A leaf shows its day already; only that it is near is more than that.
  const isShown = !besideLeaf || Math.abs(Date.parse(day) - Date.parse(today)) <= 86_400_000;
  const parts = [isShown && dayWords, time, minutes && sayLength(locale, minutes)].filter((part) => !!part);
  return (
    <>
      {!isShown && <span className="sr-only">{dayWords}, </span>}
      {parts.length > 0 && (
        <span className="wrap-anywhere inline-block max-w-full first-letter:uppercase">{parts.join('\u00a0· ')}</span>
      )}
    </>
  );
}
