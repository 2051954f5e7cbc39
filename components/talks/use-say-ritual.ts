import { useLocale, useTranslations } from 'next-intl';
import { sayWeekday } from '#lib/i18n/when';
import type { RitualView } from '#lib/talks/view';

type Rhythm = Pick<RitualView, 'rhythm' | 'weekday' | 'time' | 'form'>;

/**
 * Says when two talk, and how long: "Every Sunday · 20:00 · An hour".
 * @param zone by whose clock, where it is not the reader's
 */
export function useSayRitual(zone: string | null): (ritual: Rhythm) => string {
  const t = useTranslations('talks');
  const locale = useLocale();
  return ({ rhythm, weekday, time, form }) =>
    [
      rhythm === 'daily'
        ? t('rhythm.daily', { time })
        : t('rhythm.weekly', { weekday: sayWeekday(locale, weekday ?? 7), time }),
      zone && t('rhythm.zone', { zone: cityOf(zone) }),
      // A line breaks between the parts rather than between "20" and "minutes".
      t(`forms.${form}.name`).replaceAll(' ', '\u00a0'),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The city that a zone is called by. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** What of a ritual a proposal and a yes repeat. */
export function toRitualBody({ rhythm, weekday, time, form }: RitualView) {
  return { rhythm, ...(weekday !== null && { weekday }), time, form };
}
