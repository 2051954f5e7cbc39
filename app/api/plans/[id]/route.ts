import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockOwnPlan } from '#lib/plans/queries';
import { planBody, planParams } from '#lib/plans/schema';
import { takeBackTeaser } from '#lib/plans/teasers';
import { addVersion, sealContent } from '#lib/plans/versions';
import { type Scope, transaction } from '#lib/transaction';

export const GET = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getPlan(scope, params.id)),
);

/** Begins a plan of my own, or writes on at it while nobody else sees it. It makes no event and no trace. */
export const PUT = route({ params: planParams, body: planBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    if (await beginPlan(scope, params.id, body)) return getPlan(scope, params.id);
    const { kind, state, versions } = await lockOwnPlan(scope, params.id);
    if (kind !== body.kind) throw new AppError('conflict');
    const [version] = versions;
    if (!version) throw new Error(`The plan ${params.id} has no version`);
    // The one version of a draft or a sealed one: how often it was written says nothing to anybody.
    const data = await sealContent(scope, state === 'draft' ? 'user' : 'couple', version.id, body);
    await scope.db.planVersion.updateMany({ where: { id: version.id }, data });
    return getPlan(scope, params.id);
  }),
);

/** Drafts and sealed surprises of one person at once. */
const mostOwn = 100;

/**
 * Begins the plan, if there is none with this id that I could see. The same one sent twice at once is begun once.
 * @returns whether it was begun now
 */
async function beginPlan(scope: Scope, id: string, body: z.output<typeof planBody>): Promise<boolean> {
  const { db, member } = scope;
  const { coupleId, userId: authorId } = member;
  if (await db.plan.count({ where: { id } })) return false;
  // An id that a teaser of my partner's once told me. Whether that surprise is still there is not mine to find out.
  if (await db.event.count({ where: { coupleId, subjectId: id, actorId: { not: authorId } } }))
    throw new AppError('not_found');
  if ((await db.plan.count({ where: { authorId, state: { in: ['draft', 'sealed'] } } })) >= mostOwn)
    throw new AppError('planned_enough');
  const { kind, promptId } = body;
  if (promptId && !(await db.prompt.count({ where: { id: promptId, revealedAt: { not: null } } })))
    throw new AppError('invalid', { fields: { promptId: 'unknown' } });
  const { count } = await db.plan.createMany({
    data: { id, coupleId, kind, authorId, promptId, createdAt: now() },
    skipDuplicates: true,
  });
  if (count > 0) await addVersion(scope, 'user', { id: randomUUID(), planId: id, n: 1, kind: 'proposed' }, body);
  return count > 0;
}

/**
 * Drops my own draft or sealed one without a trace. What is out by now, opened at its time or proposed in another window, is
 * for both: whoever wanted to drop it unseen must not let it go before the other's eyes.
 */
export const DELETE = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { id } = await lockOwnPlan(scope, params.id);
    await takeBackTeaser(scope, id);
    await scope.db.plan.deleteMany({ where: { id } });
  }),
);
