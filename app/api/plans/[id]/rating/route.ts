import { randomUUID } from 'node:crypto';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { novelties, pulls } from '#lib/ideas/kinds';
import { ratingBody } from '#lib/ideas/schema';
import { planParams } from '#lib/plans/schema';
import { transaction } from '#lib/transaction';

/** Rates a plan of us both, for myself: my partner learns of it only where both of us are drawn. */
export const PUT = route({ params: planParams, body: ratingBody }, ({ identity, params, body }) =>
  transaction(identity, async ({ db, member }) => {
    const plan = await db.plan.findUnique({ where: { id: params.id } });
    if (!plan) throw new AppError('not_found');
    if (plan.state === 'draft' || plan.state === 'sealed') throw new AppError('conflict');
    await db.$executeRaw`
      INSERT INTO rating (id, user_id, with_id, plan_id, novelty, pull)
      VALUES (${randomUUID()}::uuid, ${member.userId}::uuid, ${member.partner?.id ?? null}::uuid, ${params.id}::uuid,
              ${novelties.indexOf(body.novelty)}, ${pulls.indexOf(body.pull)})
      ON CONFLICT (user_id, plan_id) DO UPDATE
        SET with_id = excluded.with_id, novelty = excluded.novelty, pull = excluded.pull`;
  }),
);

export const DELETE = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    if (!(await db.plan.count({ where: { id: params.id } }))) throw new AppError('not_found');
    await db.rating.deleteMany({ where: { planId: params.id, userId: member.userId } });
  }),
);
