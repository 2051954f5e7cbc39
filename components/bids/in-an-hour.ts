import { dayIn, type Time, timeIn } from '#lib/clock';

const half = 30 * 60_000;

/** The half hour that comes about an hour from now, in a zone. */
export function inAnHour(zone: string, now: Date): { time: Time; isTomorrow: boolean } {
  const at = new Date(Math.ceil((now.getTime() + half) / half) * half);
  return { time: timeIn(zone, at), isTomorrow: dayIn(zone, at) !== dayIn(zone, now) };
}
