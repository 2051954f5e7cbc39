import { dayIn, timeIn } from '#lib/clock';

/** A moment as day and time by somebody's clock. */
export function toPlanned(at: string, zone: string) {
  const moment = new Date(at);
  return { day: dayIn(zone, moment), time: timeIn(zone, moment), minutes: null };
}
