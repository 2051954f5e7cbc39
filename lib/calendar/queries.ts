import { addMonths, dayToDate, now } from '#lib/clock';
import { env } from '#lib/env';
import { AppError } from '#lib/error';
import { listTeasers } from '#lib/plans/queries';
import { currentOf, viewContent } from '#lib/plans/view';
import { minutesOf } from '#lib/talks/kinds';
import { listComing } from '#lib/talks/schedule';
import type { Scope } from '#lib/transaction';

/** What stands in a calendar. `title` is null where it says only that something is planned. */
export type Entry = {
  id: string;
  title: string | null;
  /** It says that it is a talk, and no more; where titles are shown. */
  isTalk?: boolean;
  day: Date;
  startsAt: Date | null;
  minutes: number | null;
  /** When it was said as it stands. Of a surprise for me: when its teaser was, whatever was done to the surprise since. */
  saidAt: Date;
};

/** Months for which what is over stays in the feed. */
const monthsKept = 12;
/** Talks of the ritual's that stand in the feed at once. */
const talksAhead = 8;

/** A person's own feed, and whether it shows titles. The address is known to nobody but them. */
export async function findCalendar({
  db,
  member,
}: Pick<Scope, 'db' | 'member'>): Promise<{ showsTitles: boolean } | null> {
  return db.calendar.findUnique({ where: { userId: member.userId }, select: { showsTitles: true } });
}

/** Where a feed is found. */
export function addressOfFeed(token: string): string {
  return `${env.PUBLIC_URL}/api/calendar/${token}.ics`;
}

/**
 * Everything with a day that both know of: what is planned, what is told of sealed surprises, and the next talks. An untold one stands in no
 * calendar, not even its author's: calendars are shared, and lie about.
 */
export async function listEntries(scope: Omit<Scope, 'record'>, showsTitles: boolean): Promise<Entry[]> {
  const { db, member } = scope;
  const since = addMonths(now(), -monthsKept);
  const plans = await db.plan.findMany({
    where: { coupleId: member.coupleId, state: { in: ['planned', 'lived'] } },
    include: { versions: { orderBy: { n: 'asc' } } },
  });
  const entries: Entry[] = [];
  for (const plan of plans) {
    const version = currentOf(plan);
    if (!version?.day || version.day < since) continue;
    const { day, startsAt, minutes } = version;
    const title = (showsTitles && (await viewContent(scope, version))?.title) || null;
    entries.push({ id: plan.id, title, day, startsAt, minutes, saidAt: plan.plannedAt ?? plan.createdAt });
  }
  for (const { planId: id, day, startsAt, minutes, givenAt: saidAt } of await listTeasers(scope)) {
    if (day >= since) entries.push({ id, title: null, day, startsAt, minutes, saidAt });
  }
  for (const { id: talkId, isFree, day, startsAt, form, saidAt, isSkipped } of (await listComing(scope)).slice(
    0,
    talksAhead,
  )) {
    if (isSkipped) continue;
    // One id for a day, whatever becomes of its talk.
    const id = isFree ? `talk-${talkId}` : `talk-${day}-${member.coupleId}`;
    entries.push({
      id,
      title: null,
      isTalk: showsTitles,
      day: dayToDate(day),
      startsAt,
      minutes: minutesOf(form),
      saidAt,
    });
  }
  return entries.sort((a, b) => a.day.getTime() - b.day.getTime() || (a.id < b.id ? -1 : 1));
}

/** The next talk, as it stands in the feed. @throws AppError `not_found` where there is none */
export async function getNextTalk(scope: Scope): Promise<Entry> {
  const calendar = await findCalendar(scope);
  const entry = (await listEntries(scope, calendar?.showsTitles ?? false)).find(({ id }) => id.startsWith('talk-'));
  if (!entry) throw new AppError('not_found');
  return entry;
}

/** The one entry of a plan, with its title where the person's calendar shows titles. @throws AppError `not_found` */
export async function getEntry(scope: Scope, planId: string): Promise<Entry> {
  const calendar = await findCalendar(scope);
  const entry = (await listEntries(scope, calendar?.showsTitles ?? false)).find(({ id }) => id === planId);
  if (!entry) throw new AppError('not_found');
  return entry;
}
