import { addMonths, now } from '#lib/clock';
import { env } from '#lib/env';
import { AppError } from '#lib/error';
import { sealedContent } from '#lib/plans/schema';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** What stands in a calendar. `title` is null where it says only that something is planned. */
export type Entry = {
  id: string;
  title: string | null;
  day: Date;
  startsAt: Date | null;
  minutes: number | null;
  /** When it was said as it stands. Of a surprise for me: when its teaser was, whatever was done to the surprise since. */
  saidAt: Date;
};

/** Months for which what is over stays in the feed. */
const monthsKept = 12;

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

/** Everything with a day: what is planned, my own sealed surprises, and what I must know of my partner's. */
export async function listEntries(scope: Omit<Scope, 'record'>, showsTitles: boolean): Promise<Entry[]> {
  const { db, member } = scope;
  const since = addMonths(now(), -monthsKept);
  const plans = await db.plan.findMany({
    where: { coupleId: member.coupleId, state: { in: ['sealed', 'planned', 'lived'] } },
    include: { versions: { orderBy: { n: 'asc' } }, teaser: true },
  });
  const entries: Entry[] = [];
  for (const plan of plans) {
    const version = plan.versions.find(({ n }) => n === plan.agreedN) ?? plan.versions.at(-1);
    // Of some surprises only the teaser says when.
    const when = version?.day ? version : plan.teaser;
    if (!version || !when?.day || when.day < since) continue;
    const { day, startsAt, minutes } = when;
    const place = { table: 'plan_version', column: 'sealed_body', id: version.id };
    // A sealed one has no title, not even in the calendar of the one who plans it: calendars are shared, and lie about.
    const shown = showsTitles && plan.state !== 'sealed' && version.sealedBody;
    const title = shown ? sealedContent.parse(JSON.parse(await unseal(scope, place, shown))).title : null;
    entries.push({ id: plan.id, title, day, startsAt, minutes, saidAt: plan.plannedAt ?? plan.createdAt });
  }
  const mine = new Set(plans.map(({ id }) => id));
  for (const teaser of await db.teaser.findMany({ where: { coupleId: member.coupleId } })) {
    if (mine.has(teaser.planId)) continue;
    const { planId: id, day, startsAt, minutes, givenAt: saidAt } = teaser;
    entries.push({ id, title: null, day, startsAt, minutes, saidAt });
  }
  return entries.sort((a, b) => a.day.getTime() - b.day.getTime() || (a.id < b.id ? -1 : 1));
}

/** The one entry of a plan, with its title where the person's calendar shows titles. @throws AppError `not_found` */
export async function getEntry(scope: Scope, planId: string): Promise<Entry> {
  const calendar = await findCalendar(scope);
  const entry = (await listEntries(scope, calendar?.showsTitles ?? false)).find(({ id }) => id === planId);
  if (!entry) throw new AppError('not_found');
  return entry;
}
