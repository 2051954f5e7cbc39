import { addDays, dayIn, instantOf, type Time } from '#lib/clock';

/** The next time at which clocks in a zone show `time`, in ms; null where it is no time. */
export function nextAt(zone: string, time: string, now: number): number | null {
  if (!/^\d\d:\d\d$/.test(time)) return null;
  const day = dayIn(zone, new Date(now));
  const today = instantOf(zone, day, time as Time).getTime();
  return today > now ? today : instantOf(zone, addDays(day, 1), time as Time).getTime();
}
