import { teachCard } from '#lib/cards/queries';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { findIdea } from '#lib/ideas/library';
import { getPlan, lockPlan } from '#lib/plans/queries';
import { feltBody, planParams } from '#lib/plans/schema';
import { currentOf, viewContent } from '#lib/plans/view';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Says in a line how it felt, once. Whether I would like more like it goes on my own card. */
export const PUT = route({ params: planParams, body: feltBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { userId: authorId, coupleId } = member;
    const plan = await lockPlan(scope, params.id);
    const planId = plan.id;
    if (plan.state !== 'lived') throw new AppError('plan_changed');
    const mine = await db.felt.findFirst({ where: { planId, authorId } });
    if (mine && mine.id !== body.id) throw new AppError('conflict');
    if (mine) return getPlan(scope, planId);
    const place = { table: 'felt', column: 'sealed_body', id: body.id };
    const sealedBody = await seal(scope, 'couple', place, body.text);
    await db.felt.createMany({ data: { id: body.id, planId, coupleId, authorId, sealedBody, createdAt: now() } });
    const version = currentOf(plan);
    const idea = findIdea((version && (await viewContent(scope, version))?.ideaId) ?? '');
    if (body.again && idea) await teachCard(scope, idea.tastes, body.again === 'more' ? 1 : -1);
    await record('felt.given', planId);
    return getPlan(scope, planId);
  }),
);

/** Withdraws my line; its place stays. */
export const DELETE = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id: planId } = await lockPlan(scope, params.id);
    const { count } = await db.felt.updateMany({
      where: { planId, authorId: member.userId, withdrawnAt: null },
      data: { sealedBody: null, withdrawnAt: now() },
    });
    if (count > 0) await record('felt.withdrawn', planId);
  }),
);
