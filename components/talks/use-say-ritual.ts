import { useLocale, useTranslations } from 'next-intl';
import { sayWeekday } from '#lib/i18n/when';
import type { RitualView } from '#lib/talks/view';

type Rhythm = Pick<RitualView, 'rhythm' | 'weekday' | 'time'>;

/** Says when two talk: "Every Sunday · 20:00". */
export function useSayRitual(): (ritual: Rhythm) => string {
  const t = useTranslations('talks.rhythm');
  const locale = useLocale();
  return ({ rhythm, weekday, time }) =>
    rhythm === 'daily' ? t('daily', { time }) : t('weekly', { weekday: sayWeekday(locale, weekday ?? 7), time });
}

/** What of a ritual a proposal and a yes repeat. */
export function toRitualBody({ rhythm, weekday, time, form }: RitualView) {
  return { rhythm, ...(weekday !== null && { weekday }), time, form };
}
