import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { Prisma } from '#lib/generated/prisma/client';
import { type State, stateOf } from '#lib/talks/live/state';
import { type LiveRow, type LiveView, liveParts, viewLive } from '#lib/talks/live/view';
import type { Scope } from '#lib/transaction';

/** Reads a talk that was begun, as it stands for me. @throws AppError `not_found` where there is none that I may see */
export async function getLive(scope: Scope, id: string): Promise<LiveView> {
  const row = await scope.db.talk.findUnique({ where: { id }, include: liveParts });
  if (!row?.begunAt || !row.state) throw new AppError('not_found');
  return viewLive(scope, row, stateOf(row));
}

/** Locks a talk that was begun. @throws AppError `not_found` */
export async function lockLive({ db }: Scope, id: string): Promise<LiveRow> {
  await db.$queryRaw`SELECT 1 FROM talk WHERE id = ${id}::uuid FOR UPDATE`;
  // Only now, with the lock held: a statement that waited for it would still see the talk of before.
  const row = await db.talk.findUnique({ where: { id }, include: liveParts });
  if (!row?.begunAt || !row.state) throw new AppError('not_found');
  return row;
}

/**
 * Stores where a talk has come to, and tells both; nobody where it is `hidden`: the count of what was stored would tell of it.
 * @throws AppError `alone` where one of the two has gone
 */
export async function storeLive({ db, record }: Scope, row: LiveRow, state: State, hidden: boolean): Promise<void> {
  const isOver = state.endedAt !== null;
  const { count } = await db.talk.updateMany({
    where: { id: row.id },
    data: {
      state: state as unknown as Prisma.InputJsonObject,
      version: hidden ? row.version : row.version + 1,
      phones: state.phones,
      hostId: state.host === null ? null : (row.readerIds[state.host] ?? null),
      ...(isOver && { endedAt: new Date(state.endedAt ?? 0) }),
    },
  });
  if (count === 0) throw new AppError('alone');
  if (!hidden) await record(isOver ? 'talk.ended' : 'talk.changed', row.id);
}

/**
 * A talk that did not come about is to come as it was, or at another time; one that was begun freely is as if it never was.
 * Moved, it takes the place of any other outside the ritual that was moved before.
 * @throws AppError `alone` where one of the two has gone
 */
export async function undoBegin({ db, record }: Scope, row: LiveRow, movedTo: number | null): Promise<void> {
  const startsAt = movedTo === null ? row.startsAt : new Date(movedTo);
  const { count } = await db.talk.updateMany({
    where: { id: row.id },
    data: {
      begunAt: null,
      state: Prisma.DbNull,
      version: row.version + 1,
      phones: 2,
      hostId: null,
      startsAt,
      saidAt: now(),
    },
  });
  if (count === 0) throw new AppError('alone');
  if (!row.day && startsAt) {
    const { coupleId, id } = row;
    await db.talk.deleteMany({ where: { coupleId, day: null, begunAt: null, id: { not: id } } });
  }
  await record('talk.changed', row.id);
  if (!startsAt) await db.talk.deleteMany({ where: { id: row.id } });
}
