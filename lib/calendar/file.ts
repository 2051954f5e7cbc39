import ical, { ICalCalendarMethod } from 'ical-generator';
import { createTranslator } from 'next-intl';
import type { Entry } from '#lib/calendar/queries';
import { isLocale, locales } from '#lib/i18n/locales';
import { readMessages } from '#lib/i18n/messages';
import { countDays } from '#lib/plans/rules';

/** Words of a calendar: its name, and what stands for a title that is not shown. */
type Words = { name: string; something: string; talk: string };

const day = 86_400_000;
/** How often a calendar should ask again, in seconds. */
const askAgain = 60 * 60;
/** How long something takes of which nobody said so, in minutes. */
const usualMinutes = 120;

/** An iCalendar file (RFC 5545) of entries. Times are instants; what has only a day takes whole days. */
export function writeCalendar(entries: readonly Entry[], words: Words): string {
  const calendar = ical({
    name: words.name,
    prodId: '//Nearer//Plans//EN',
    method: ICalCalendarMethod.PUBLISH,
    ttl: askAgain,
  });
  for (const { id, title, isTalk, day: on, startsAt, minutes, saidAt } of entries) {
    calendar.createEvent({
      id,
      summary: title ?? (isTalk ? words.talk : words.something),
      stamp: saidAt,
      ...(startsAt
        ? { start: startsAt, end: new Date(startsAt.getTime() + (minutes ?? usualMinutes) * 60_000) }
        : { start: on, end: new Date(on.getTime() + countDays(minutes) * day), allDay: true, timezone: 'UTC' }),
    });
  }
  return calendar.toString();
}

/** Answers with a calendar in its owner's language. */
export function answerCalendar(
  language: string,
  entries: readonly Entry[],
  headers?: Record<string, string>,
): Response {
  const locale = isLocale(language) ? language : locales[0];
  const t = createTranslator({ locale, messages: readMessages(locale), namespace: 'calendar.feed' });
  return new Response(writeCalendar(entries, { name: t('name'), something: t('something'), talk: t('talk') }), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store', ...headers },
  });
}
