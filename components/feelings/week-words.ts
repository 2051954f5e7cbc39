import { type Day, dayToDate } from '#lib/clock';
import type { Week } from '#lib/feelings/rules';

const regional: Record<string, string> = { en: 'en-GB' };

/** "16–22 November", the year where it is another. */
export function sayWeek(locale: string, { from, to }: Pick<Week, 'from' | 'to'>, today: Day): string {
  const isThisYear = to.slice(0, 4) === today.slice(0, 4) && from.slice(0, 4) === today.slice(0, 4);
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  };
  return new Intl.DateTimeFormat(regional[locale] ?? locale, options).formatRange(dayToDate(from), dayToDate(to));
}

/** From the first day of some weeks to the last that is not still to come. */
export function sayWeeks(locale: string, weeks: readonly Week[], today: Day): string {
  const from = weeks[0]?.from ?? today;
  const last = weeks.at(-1)?.to ?? today;
  return sayWeek(locale, { from, to: last < today ? last : today }, today);
}
