import { addDays, type Day, dayIn, instantOf, type Time } from '#lib/clock';
import { AppError } from '#lib/error';
import { requireOpenJournal } from '#lib/journal/door';
import type { EntryBody } from '#lib/journal/schema';
import { type EntryLine, type EntryView, placeOf, viewEntry, viewLine } from '#lib/journal/view';
import type { Scope } from '#lib/transaction';
import { seal } from '#lib/vault';

const onePage = 40;

type Cursor = { createdAt: Date; id: string };

/** My own entries, the newest first. @throws AppError `journal_locked` */
export async function listEntries(
  scope: Scope,
  before?: Cursor,
): Promise<{ entries: EntryLine[]; next: string | null }> {
  await requireOpenJournal(scope);
  const rows = await scope.db.entry.findMany({
    where: before && {
      OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: onePage + 1,
  });
  const entries: EntryLine[] = [];
  for (const row of rows.slice(0, onePage)) entries.push(await viewLine(scope, row));
  const last = entries.at(-1);
  return { entries, next: rows.length > onePage && last ? `${last.createdAt}_${last.id}` : null };
}

/** @throws AppError `journal_locked`, `not_found` */
export async function getEntry(scope: Scope, id: string): Promise<EntryView> {
  await requireOpenJournal(scope);
  const row = await scope.db.entry.findUnique({ where: { id } });
  if (!row) throw new AppError('not_found');
  return viewEntry(scope, row);
}

/** All of an entry under my own key, its form as well. */
export function sealEntry(scope: Scope, id: string, { after: _, ...content }: EntryBody) {
  return seal(scope, 'user', placeOf(id), JSON.stringify(content));
}

/**
 * Whether a friend's view is offered: the two talked yesterday, by my own clock, and I have begun no entry since. By what I may
 * see anyway, and kept nowhere.
 */
export async function isViewOffered({ db, member }: Scope): Promise<boolean> {
  const today = dayIn(member.timeZone);
  const beginOf = (day: Day) => instantOf(member.timeZone, day, '00:00' as Time);
  const talk = await db.talk.findFirst({
    where: { endedAt: { gte: beginOf(addDays(today, -1)), lt: beginOf(today) }, form: { not: 'evening' } },
    orderBy: { endedAt: 'desc' },
  });
  if (!talk?.endedAt) return false;
  return (await db.entry.count({ where: { createdAt: { gt: talk.endedAt } } })) === 0;
}
