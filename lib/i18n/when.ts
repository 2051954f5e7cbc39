import { addDays, type Day, dayIn, dayToDate, type Time } from '#lib/clock';

/** Day before month and hours to 24, wherever English is spoken. */
const regional: Record<string, string> = { en: 'en-GB' };

const dayParts = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const timeParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** When something was written, as the reader's own clock and calendar say it: the time today, else the day. */
export function sayWhen(locale: string, timeZone: string, at: string, now: Date): string {
  const date = new Date(at);
  const [day, today] = [dayIn(timeZone, date), dayIn(timeZone, now)];
  const options: Intl.DateTimeFormatOptions =
    day === today
      ? timeParts
      : { day: 'numeric', month: 'long', ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }) };
  return new Intl.DateTimeFormat(regional[locale] ?? locale, { timeZone, ...options }).format(date);
}

/** The day it is in a zone, in words: "Sunday 22 November". */
export function sayDay(locale: string, timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat(regional[locale] ?? locale, { timeZone, ...dayParts }).format(at);
}

/** Day and time, so that two moments can be told apart; the year where it is another. */
export function sayMoment(locale: string, timeZone: string, at: Date, now: Date): string {
  const isThisYear = dayIn(timeZone, at).slice(0, 4) === dayIn(timeZone, now).slice(0, 4);
  return new Intl.DateTimeFormat(regional[locale] ?? locale, {
    timeZone,
    ...dayParts,
    ...(!isThisYear && { year: 'numeric' }),
    ...timeParts,
  }).format(at);
}

/** A calendar day that is near: the weekday within the week that begins today, else the day. */
export function sayNearDay(locale: string, day: Day, today: Day): string {
  const isNear = day >= today && day < addDays(today, 7);
  const options: Intl.DateTimeFormatOptions = isNear ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(regional[locale] ?? locale, { timeZone: 'UTC', ...options }).format(dayToDate(day));
}

/** A day of the calendar: "today", "tomorrow", "yesterday", else "Saturday 28 November", the year where it is another. */
export function sayCalendarDay(locale: string, day: Day, today: Day): string {
  const away = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (Math.abs(away) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(away, 'day');
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return formatDay(locale, day, { ...dayParts, ...(!isThisYear && { year: 'numeric' }) });
}

/** How long something takes: "1.5 hours", "2 days". */
export function sayLength(locale: string, minutes: number): string {
  const unit = minutes % 1440 === 0 ? 'day' : minutes % 30 === 0 && minutes > 30 ? 'hour' : 'minute';
  const amount = minutes / { day: 1440, hour: 60, minute: 1 }[unit];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/** When something is planned: "tomorrow · 19:30 · 2 hours", as much of it as was said. */
export function sayPlanned(
  locale: string,
  { day, time, minutes }: { day: Day; time: Time | null; minutes: number | null },
  today: Day,
): string {
  const length = minutes && sayLength(locale, minutes);
  return [sayCalendarDay(locale, day, today), time, length].filter(Boolean).join(' · ');
}

/** "November", and the year where it is another. */
export function sayMonth(locale: string, day: Day, today: Day): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return formatDay(locale, day, { month: 'long', ...(!isThisYear && { year: 'numeric' }) });
}

/** A day of the week, 1 Monday … 7 Sunday. */
export function sayWeekday(locale: string, weekday: number): string {
  // The first of January 2024 was a Monday.
  return formatDay(locale, addDays('2024-01-01' as Day, weekday - 1), { weekday: 'long' });
}

/** What stands on a leaf of a calendar: "Sat", "28", "Nov". */
export function sayLeaf(locale: string, day: Day): { weekday: string; number: string; month: string } {
  const say = (options: Intl.DateTimeFormatOptions) => formatDay(locale, day, options).replace('.', '');
  return { weekday: say({ weekday: 'short' }), number: say({ day: 'numeric' }), month: say({ month: 'short' }) };
}

function formatDay(locale: string, day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(regional[locale] ?? locale, { timeZone: 'UTC', ...options }).format(dayToDate(day));
}
