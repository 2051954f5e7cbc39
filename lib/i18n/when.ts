import { dayIn } from '#lib/clock';

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
