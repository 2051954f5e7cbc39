// The only place that knows time zones. UTC everywhere else.

const moved = globalThis as { nearerClock?: number };

/** The time, which tests and the demo may move. */
export function now(): Date {
  return new Date(Date.now() + (moved.nearerClock ?? 0));
}

/** Moves the clock so that it reads `to` now, or, without it, back to the real time. */
export function moveClock(to?: Date): void {
  moved.nearerClock = to ? to.getTime() - Date.now() : undefined;
}

/** The moved time for the database (`app.now()`), or null where it may use its own. */
export function movedNow(): Date | null {
  return moved.nearerClock === undefined ? null : now();
}

/** A calendar day as `2026-11-23`. */
export type Day = string & { readonly day: unique symbol };

// Making a formatter takes a hundred times as long as using it.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(zone: string): Intl.DateTimeFormat {
  const kept = dayFormats.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(zone, made);
  return made;
}

/** The day it is in a zone: right across daylight saving, because no hours are counted. */
export function dayIn(zone: string, at: Date = now()): Day {
  return dayFormat(zone).format(at) as Day;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** How a day is kept in a `date` column. */
export function dayToDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dateToDay(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day;
}

/** Whole months later, the last day of a shorter month standing in for a missing one. */
export function addMonths(at: Date, months: number): Date {
  const result = new Date(at);
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + months);
  const last = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate();
  result.setUTCDate(Math.min(at.getUTCDate(), last));
  return result;
}

/** The hour of the day (0–23) in a zone. */
export function hourIn(zone: string, at: Date = now()): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at));
}

const clockFormats = new Map<string, Intl.DateTimeFormat>();

function clockFormat(zone: string): Intl.DateTimeFormat {
  const kept = clockFormats.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clockFormats.set(zone, made);
  return made;
}

/** A time of the day as `19:30`. */
export type Time = string & { readonly time: unique symbol };

/** The time it is in a zone. */
export function timeIn(zone: string, at: Date = now()): Time {
  return clockFormat(zone).format(at) as Time;
}

/**
 * The instant at which clocks in a zone show a day and a time. Of a time that comes twice when clocks go back it is the
 * first; a time that clocks leave out becomes the one as much later as they go forward.
 */
export function instantOf(zone: string, day: Day, time: Time): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const shownAt = (at: number) => Date.parse(`${dayIn(zone, new Date(at))}T${timeIn(zone, new Date(at))}:00Z`);
  // The zone's offsets a day before and a day after: the same, or those on both sides of a change.
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((at) => shownAt(at) - at);
  const [before = 0, after = 0] = offsets;
  const hits = [wanted - before, wanted - after].filter((at) => shownAt(at) === wanted);
  return new Date(hits.length > 0 ? Math.min(...hits) : wanted - before);
}

/** The runtime's name for an IANA zone, or null where there is none such. */
function findTimeZone(zone: string): string | null {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    return /^[A-Za-z]/.test(zone) ? timeZone : null;
  } catch {
    return null;
  }
}

/** Whether the runtime knows the IANA zone. */
export function isTimeZone(zone: string): boolean {
  return findTimeZone(zone) !== null;
}

/**
 * The name under which a zone is stored: `europe/berlin` is `Europe/Berlin`. A well written other name stays, since the
 * runtime knows some cities by older names than people do: `Europe/Kyiv`, `Asia/Kolkata`.
 */
export function toTimeZone(zone: string): string {
  return /^[A-Z][a-z]+(?:[/_-][A-Z][a-z]+)+$/.test(zone) ? zone : (findTimeZone(zone) ?? zone);
}
