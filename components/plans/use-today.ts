import { useNow, useTimeZone } from 'next-intl';
import { type Day, dayIn } from '#lib/clock';

/** The reader's own day. */
export function useToday(): Day {
  const zone = useTimeZone() ?? 'UTC';
  return dayIn(zone, useNow());
}
