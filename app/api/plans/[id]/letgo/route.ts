import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockPlan } from '#lib/plans/queries';
import { planParams } from '#lib/plans/schema';
import { transaction } from '#lib/transaction';

/** Lets go what is for both, as either may; it stays to be read. My own draft or sealed one is not let go but dropped. */
export const PUT = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, record } = scope;
    const { id, state } = await lockPlan(scope, params.id);
    if (state === 'letgo') return getPlan(scope, id);
    if (state !== 'proposed' && state !== 'later' && state !== 'planned') throw new AppError('plan_changed');
    await db.plan.updateMany({ where: { id }, data: { state: 'letgo', laterUntil: null } });
    await record('plan.letgo', id);
    return getPlan(scope, id);
  }),
);
