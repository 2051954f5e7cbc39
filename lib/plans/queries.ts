import type { z } from 'zod';
import { dayToDate, instantOf } from '#lib/clock';
import { AppError } from '#lib/error';
import { listDrawn } from '#lib/ideas/queries';
import { type Groups, groupPlans } from '#lib/plans/rules';
import type { listQuery, When } from '#lib/plans/schema';
import {
  currentOf,
  type LivedLine,
  type PlanLine,
  type PlanView,
  planParts,
  type TeaserRow,
  viewContent,
  viewLivedLine,
  viewPlan,
  viewPlanLine,
  viewTeased,
} from '#lib/plans/view';
import type { Scope } from '#lib/transaction';

/** How a plan's day, time and length are stored; the time is by the writer's own clock. */
export function storeWhen({ member }: Scope, when: When | undefined) {
  return {
    day: when ? dayToDate(when.day) : null,
    startsAt: when?.time ? instantOf(member.timeZone, when.day, when.time) : null,
    minutes: when?.minutes ?? null,
  };
}

/** Locks a plan that I see. @throws AppError `not_found` for one that I do not */
export async function lockPlan({ db }: Scope, id: string) {
  await db.$queryRaw`SELECT 1 FROM plan WHERE id = ${id}::uuid FOR UPDATE`;
  // Only now, with the lock held: a statement that waited for it would still see the plan of before.
  const plan = await db.plan.findUnique({ where: { id }, include: { versions: { orderBy: { n: 'asc' } } } });
  if (!plan) throw new AppError('not_found');
  return plan;
}

/** Locks a plan of my own that nobody else sees yet. @throws AppError `not_found`, or `plan_changed` where it is out */
export async function lockOwnPlan(scope: Scope, id: string) {
  const plan = await lockPlan(scope, id);
  if (plan.authorId !== scope.member.userId) throw new AppError('not_found');
  if (plan.state !== 'draft' && plan.state !== 'sealed') throw new AppError('plan_changed');
  return plan;
}

/**
 * Locks a plan of us both of which version `n` is the last, and my partner's: I am the one asked.
 * @throws AppError `not_found`, or `plan_changed` where it has gone on
 */
export async function lockAsked(scope: Scope, id: string, n: number) {
  const plan = await lockPlan(scope, id);
  if (plan.kind !== 'together') throw new AppError('conflict');
  const last = plan.versions.at(-1);
  if (plan.state === 'letgo' || last?.n !== n || last.authorId === scope.member.userId)
    throw new AppError('plan_changed');
  return plan;
}

/** Reads one plan, or what I may know of my partner's sealed one. @throws AppError `not_found` */
export async function getPlan(scope: Scope, id: string): Promise<PlanView> {
  const row = await scope.db.plan.findUnique({ where: { id }, include: planParts });
  if (row) return viewPlan(scope, row, (await listDrawn(scope)).plans);
  const teaser = await scope.db.teaser.findUnique({ where: { planId: id } });
  if (!teaser) throw new AppError('not_found');
  return viewTeased(scope, teaser);
}

/** Plans at once that are not over, of which more than anybody has. */
const mostOpen = 300;

/** Everything that is not lived or let go, each in its place. */
export async function listPlans(scope: Scope): Promise<Groups<PlanLine>> {
  const rows = await scope.db.plan.findMany({
    where: { coupleId: scope.member.coupleId, state: { notIn: ['lived', 'letgo'] } },
    include: { versions: { orderBy: { n: 'asc' } }, teaser: true },
    orderBy: { createdAt: 'desc' },
    take: mostOpen,
  });
  const lines: PlanLine[] = [];
  for (const row of rows) lines.push(await viewPlanLine(scope, row));
  for (const teaser of await listTeasers(scope)) {
    if (teaser.forId === scope.member.userId) lines.push(toLine(await viewTeased(scope, teaser)));
  }
  return groupPlans(lines);
}

/** What is told of surprises that are still sealed: of mine, and to me. Once one is open its teaser is a part of it. */
export async function listTeasers({ db, member }: Pick<Scope, 'db' | 'member'>): Promise<TeaserRow[]> {
  const teasers = await db.teaser.findMany({ where: { coupleId: member.coupleId } });
  const ids = teasers.map(({ planId }) => planId);
  const open = await db.plan.findMany({ where: { id: { in: ids }, state: { not: 'sealed' } }, select: { id: true } });
  return teasers.filter(({ planId }) => !open.some(({ id }) => id === planId));
}

function toLine(view: PlanView): PlanLine {
  const { id, kind, by, state, askedOf, title, when, day, isPast, laterUntil, livedOn, isTeased, versions } = view;
  return { id, kind, by, state, askedOf, title, when, day, isPast, laterUntil, livedOn, isTeased, versions };
}

const pageSize = 30;

type Cursor = NonNullable<z.output<typeof listQuery>['before']>;

/** Lived plans, the last lived first, after the one that a cursor (`next` of the page before) names. */
export async function listLived(scope: Scope, cursor?: Cursor): Promise<{ plans: LivedLine[]; next: string | null }> {
  const before = cursor && dayToDate(cursor.livedOn);
  const rows = await scope.db.plan.findMany({
    where: {
      coupleId: scope.member.coupleId,
      state: 'lived',
      ...(cursor && { OR: [{ livedOn: { lt: before } }, { livedOn: before, id: { lt: cursor.id } }] }),
    },
    include: { versions: { orderBy: { n: 'asc' } }, teaser: true, felt: true },
    orderBy: [{ livedOn: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  });
  const plans: LivedLine[] = [];
  for (const row of rows.slice(0, pageSize)) plans.push(await viewLivedLine(scope, row));
  const last = plans.at(-1);
  return { plans, next: last && rows.length > pageSize ? `${last.livedOn}_${last.id}` : null };
}

/** What was let go, the newest first: it stays to be read. */
export async function listLetGo(scope: Scope): Promise<PlanLine[]> {
  const rows = await scope.db.plan.findMany({
    where: { coupleId: scope.member.coupleId, state: 'letgo' },
    include: { versions: { orderBy: { n: 'asc' } }, teaser: true },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
  const plans: PlanLine[] = [];
  for (const row of rows) plans.push(await viewPlanLine(scope, row));
  return plans;
}

/** Ideas that have come into a plan of my partner's and mine: nothing that either keeps alone, or had with somebody before. */
export async function listUsedIdeas(scope: Scope): Promise<Set<string>> {
  const { db, member } = scope;
  const used = new Set<string>();
  if (!member.partner) return used;
  const rows = await db.plan.findMany({
    where: {
      coupleId: member.coupleId,
      state: { in: ['proposed', 'later', 'planned', 'lived'] },
      readerIds: { has: member.partner.id },
    },
    include: { versions: { orderBy: { n: 'asc' } } },
    orderBy: { createdAt: 'desc' },
    take: mostOpen,
  });
  for (const row of rows) {
    const current = currentOf(row);
    const content = current && (await viewContent(scope, current));
    if (content?.ideaId) used.add(content.ideaId);
  }
  return used;
}
