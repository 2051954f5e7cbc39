import { useLocale, useTranslations } from 'next-intl';
import { useToday } from '#components/plans/use-today';
import type { Day, Time } from '#lib/clock';
import { sayCalendarDay } from '#lib/i18n/when';

/** A day and a time by the reader's own clock: "today at 20:30". */
export function useSayWhen(): (when: { day: Day; time: Time }) => string {
  const t = useTranslations('bids');
  const locale = useLocale();
  const today = useToday();
  return ({ day, time }) => t('when', { day: sayCalendarDay(locale, day, today), time });
}
