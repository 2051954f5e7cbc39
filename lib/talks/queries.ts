import type { z } from 'zod';
import { AppError } from '#lib/error';
import type { Prisma } from '#lib/generated/prisma/client';
import { type NoteKind, noteKinds } from '#lib/talks/kinds';
import type { listQuery } from '#lib/talks/schema';
import { lineParts, type TalkLine, type TalkView, viewTalk, viewTalkLine } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';

const pageSize = 30;

/** Talks and evenings that were held, the newest first, after the one that a cursor names; of `kind` only those about such a matter. */
export async function listTalks(
  scope: Scope,
  { before, kind }: z.output<typeof listQuery> = {},
): Promise<{ talks: TalkLine[]; next: string | null }> {
  const orderBy = [{ begunAt: 'desc' }, { id: 'desc' }] as const satisfies Prisma.TalkOrderByWithRelationInput[];
  // Which are on the page first: Postgres would read what hangs on each talk there ever was before it takes a page of them.
  const page = await scope.db.talk.findMany({
    where: {
      coupleId: scope.member.coupleId,
      endedAt: { not: null },
      ...(kind && { matters: { some: { kind, isTaken: true } } }),
      ...(before && { OR: [{ begunAt: { lt: before.begunAt } }, { begunAt: before.begunAt, id: { lt: before.id } }] }),
    },
    select: { id: true },
    orderBy: [...orderBy],
    take: pageSize + 1,
  });
  const rows = await scope.db.talk.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    include: lineParts,
    orderBy: [...orderBy],
  });
  const talks: TalkLine[] = [];
  for (const row of rows.slice(0, pageSize)) talks.push(await viewTalkLine(scope, row));
  const last = talks.at(-1);
  return { talks, next: last && rows.length > pageSize ? `${last.begunAt}_${last.id}` : null };
}

/** Of which kinds the matters are that the two have talked about. */
export async function listTalkedKinds({ db, member }: Scope): Promise<NoteKind[]> {
  const where = { isTaken: true, talk: { coupleId: member.coupleId, endedAt: { not: null } } };
  const rows = await db.matter.findMany({ where, distinct: ['kind'], select: { kind: true } });
  return noteKinds.filter((kind) => rows.some((row) => row.kind === kind));
}

/** A talk that was begun. @throws AppError `not_found` */
export async function getTalk(scope: Scope, id: string): Promise<TalkView> {
  const row = await scope.db.talk.findUnique({ where: { id }, include: lineParts });
  if (!row?.begunAt || !row.state) throw new AppError('not_found');
  return viewTalk(scope, row);
}

/** A talk that waits for my yes to what is written down of it. */
export type UnapprovedTalk = Pick<TalkLine, 'id' | 'begunAt'>;

/** The last talks that are written down and wait for my yes. */
export async function listUnapproved({ db, member }: Scope): Promise<UnapprovedTalk[]> {
  const rows = await db.talk.findMany({
    where: { coupleId: member.coupleId, endedAt: { not: null }, parts: { some: {} } },
    select: {
      id: true,
      begunAt: true,
      saidAt: true,
      readerIds: true,
      parts: { select: { n: true }, orderBy: { n: 'desc' }, take: 1 },
      approvals: { where: { userId: member.userId }, select: { n: true } },
    },
    orderBy: { begunAt: 'desc' },
    take: 5,
  });
  return rows
    .filter(({ readerIds, parts, approvals }) => readerIds.length === 2 && approvals[0]?.n !== parts[0]?.n)
    .map(({ id, begunAt, saidAt }) => ({ id, begunAt: (begunAt ?? saidAt).toISOString() }));
}
