import { useLocale, useTranslations } from 'next-intl';
import { sayPlanned } from '#lib/i18n/when';
import type { WhenView } from '#lib/plans/view';
import { useToday } from './use-today';

/** When a plan is, in words; that no day is said, where none is. */
export function PlannedWhen({ when }: { when: Pick<WhenView, 'day' | 'time' | 'minutes'> | null }) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const today = useToday();
  return (
    <span className="inline-block first-letter:uppercase">{when ? sayPlanned(locale, when, today) : t('noDay')}</span>
  );
}
