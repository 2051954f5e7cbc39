import { useLocale, useNow, useTimeZone } from 'next-intl';
import { dayIn, timeIn } from '#lib/clock';
import { sayPlanned } from '#lib/i18n/when';

/** Says when a talk begins by the reader's own clock: "tomorrow · 20:00". */
export function useSayStart(): (startsAt: string) => string {
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  return (startsAt) => {
    const at = new Date(startsAt);
    return sayPlanned(locale, { day: dayIn(zone, at), time: timeIn(zone, at), minutes: null }, dayIn(zone, now));
  };
}
