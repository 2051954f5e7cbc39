import { route } from '#lib/http/route';
import { getPlan, lockAsked } from '#lib/plans/queries';
import { agreementBody, planParams } from '#lib/plans/schema';
import { transaction } from '#lib/transaction';

/** Says yes to my partner's version, if it is still the last. Twice is once. */
export const PUT = route({ params: planParams, body: agreementBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, record } = scope;
    const { id, agreedN } = await lockAsked(scope, params.id, body.n);
    if (agreedN !== body.n) {
      await db.plan.updateMany({ where: { id }, data: { state: 'planned', agreedN: body.n, laterUntil: null } });
      await record('plan.agreed', id);
    }
    return getPlan(scope, id);
  }),
);
