import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockPlan } from '#lib/plans/queries';
import { planParams } from '#lib/plans/schema';
import { resealVersion } from '#lib/plans/versions';
import { transaction } from '#lib/transaction';

/** Proposes my draft to my partner. Sent twice, it is proposed once. */
export const PUT = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, kind, state, authorId, versions } = await lockPlan(scope, params.id);
    if (authorId !== member.userId) throw new AppError('not_found');
    if (kind !== 'together') throw new AppError('conflict');
    if (state === 'draft') {
      if (!member.partner) throw new AppError('alone');
      await resealVersion(scope, 'couple', versions);
      await db.plan.updateMany({ where: { id }, data: { state: 'proposed' } });
      await record('plan.proposed', id);
    }
    return getPlan(scope, id);
  }),
);
