import type { z } from 'zod';
import { AppError } from '#lib/error';
import type { ThanksWay } from '#lib/thanks/kinds';
import { thanksParams, type thanksQuery } from '#lib/thanks/schema';
import {
  type FondnessView,
  type ThanksRow,
  type ThanksView,
  thanksParts,
  viewFondness,
  viewThanks,
} from '#lib/thanks/view';
import type { Scope } from '#lib/transaction';

/** Thanks of one person that wait, and things they love, at once: more than anybody has. */
export const mostKept = 200;

async function viewAll(scope: Scope, rows: ThanksRow[]): Promise<ThanksView[]> {
  const views: ThanksView[] = [];
  for (const row of rows) views.push(await viewThanks(scope, row));
  return views;
}

/** @throws AppError `not_found` */
export async function getThanks(scope: Scope, id: string): Promise<ThanksView> {
  const thanks = await findThanks(scope, id);
  if (!thanks) throw new AppError('not_found');
  return thanks;
}

/** For a page, by the id in its address: null where there is none that I see. */
export async function findThanks(scope: Scope, id: string): Promise<ThanksView | null> {
  if (!thanksParams.safeParse({ id }).success) return null;
  const row = await scope.db.thanks.findUnique({ where: { id }, include: thanksParts });
  return row && viewThanks(scope, row);
}

/**
 * Locks a thank-you of mine as long as it waits; given, nobody changes it any more, and so there is nothing to lock.
 * @throws AppError `not_found` for one that is not mine
 */
export async function lockOwnThanks({ db, member }: Scope, id: string) {
  await db.$queryRaw`SELECT 1 FROM thanks WHERE id = ${id}::uuid AND given_at IS NULL FOR UPDATE`;
  // Only now, with the lock held: a statement that waited for it would still see it as it was before.
  const row = await db.thanks.findUnique({ where: { id } });
  if (!row || row.giverId !== member.userId) throw new AppError('not_found');
  return row;
}

/**
 * Locks a thank-you that my partner gave to me.
 * @throws AppError `not_found`, or `alone` where its giver is gone
 */
export async function lockReceived(scope: Scope, id: string) {
  const { db, member } = scope;
  await db.$queryRaw`SELECT 1 FROM thanks WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await db.thanks.findUnique({ where: { id } });
  if (!row || row.giverId === member.userId) throw new AppError('not_found');
  if (!member.partner || row.giverId !== member.partner.id) throw new AppError('alone');
  return row;
}

const pageSize = 20;

type Cursor = NonNullable<z.output<typeof thanksQuery>['before']>;

export type ThanksPage = { thanks: ThanksView[]; next: string | null };

/** What the two have given each other, the last first, after the one that a cursor (`next` of the page before) names. */
export async function listGiven(scope: Scope, before?: Cursor): Promise<ThanksPage> {
  const rows = await scope.db.thanks.findMany({
    where: {
      coupleId: scope.member.coupleId,
      givenAt: { not: null },
      ...(before && { OR: [{ givenAt: { lt: before.givenAt } }, { givenAt: before.givenAt, id: { lt: before.id } }] }),
    },
    include: thanksParts,
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  });
  const thanks = await viewAll(scope, rows.slice(0, pageSize));
  const last = thanks.at(-1);
  return { thanks, next: last && rows.length > pageSize ? `${last.givenAt}_${last.id}` : null };
}

/** What of mine waits to be given, the last written first. */
export async function listKept(scope: Scope, { forTalk }: { forTalk?: true } = {}): Promise<ThanksView[]> {
  const rows = await scope.db.thanks.findMany({
    where: { giverId: scope.member.userId, givenAt: null, ...(forTalk && { forTalk }) },
    include: thanksParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostKept,
  });
  return viewAll(scope, rows);
}

/** Given to my partner here, and not yet the way I meant to show it: a hug, a note. For me alone. */
export async function listToShow(scope: Scope): Promise<ThanksView[]> {
  const { db, member } = scope;
  if (!member.partner) return [];
  const rows = await db.thanks.findMany({
    where: {
      giverId: member.userId,
      givenAt: { not: null },
      readerIds: { has: member.partner.id },
      asides: { some: { userId: member.userId, way: { not: null }, isShown: false } },
    },
    include: thanksParts,
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
    take: 3,
  });
  return viewAll(scope, rows);
}

/** What my partner gave me last, that I have neither received nor put away. */
export async function findNewThanks(scope: Scope): Promise<ThanksView | null> {
  const { db, member } = scope;
  if (!member.partner) return null;
  const row = await db.thanks.findFirst({
    where: {
      giverId: member.partner.id,
      isReceived: false,
      NOT: { asides: { some: { userId: member.userId, isSeen: true } } },
    },
    include: thanksParts,
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
  });
  return row && viewThanks(scope, row);
}

type Aside = { way?: ThanksWay | null; isShown?: boolean; isSeen?: boolean; isDrawn?: boolean };

/** Keeps something of a thank-you for myself. It changes nothing that anybody else sees. */
export async function setAside({ db, member }: Scope, thanksId: string, aside: Aside): Promise<void> {
  const { userId } = member;
  await db.$executeRaw`
    INSERT INTO aside (thanks_id, user_id) VALUES (${thanksId}::uuid, ${userId}::uuid)
    ON CONFLICT (thanks_id, user_id) DO NOTHING`;
  await db.aside.updateMany({ where: { thanksId, userId }, data: aside });
}

/** What I love about my partner, the last written first. */
export async function listFondness(scope: Scope): Promise<FondnessView[]> {
  const rows = await scope.db.fondness.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: mostKept });
  const views: FondnessView[] = [];
  for (const row of rows) views.push(await viewFondness(scope, row));
  return views;
}
