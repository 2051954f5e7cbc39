import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { rate, unrate } from '#lib/ideas/ratings';
import { ratingBody } from '#lib/ideas/schema';
import { planParams } from '#lib/plans/schema';
import { transaction } from '#lib/transaction';

/** Rates a plan of us both, for myself: my partner learns of it only where both of us are drawn. */
export const PUT = route({ params: planParams, body: ratingBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const plan = await scope.db.plan.findUnique({ where: { id: params.id } });
    if (!plan) throw new AppError('not_found');
    if (plan.state === 'draft' || plan.state === 'sealed') throw new AppError('conflict');
    await rate(scope, { planId: plan.id }, body);
  }),
);

export const DELETE = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    if (!(await scope.db.plan.count({ where: { id: params.id } }))) throw new AppError('not_found');
    await unrate(scope, { planId: params.id });
  }),
);
