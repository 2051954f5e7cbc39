import { dayIn } from '#lib/clock';

/** Day before month and hours to 24, wherever English is spoken. */
const regional: Record<string, string> = { en: 'en-GB' };

/** When something was written, as the reader's own clock and calendar say it: the time today, else the day. */
export function sayWhen(locale: string, timeZone: string, at: string, now: Date): string {
  const date = new Date(at);
  const [day, today] = [dayIn(timeZone, date), dayIn(timeZone, now)];
  const options: Intl.DateTimeFormatOptions =
    day === today
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { day: 'numeric', month: 'long', ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }) };
  return new Intl.DateTimeFormat(regional[locale] ?? locale, { timeZone, ...options }).format(date);
}

/** The day it is in a zone, in words: "Sunday 22 November". */
export function sayDay(locale: string, timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat(regional[locale] ?? locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
}
