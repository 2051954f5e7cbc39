import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockPlan } from '#lib/plans/queries';
import { planParams } from '#lib/plans/schema';
import { resealVersion } from '#lib/plans/versions';
import { transaction } from '#lib/transaction';

/** Opens a surprise of mine by hand. Open already, by me or at its time, it is no news. */
export const PUT = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, kind, state, authorId, versions } = await lockPlan(scope, params.id);
    if (authorId !== member.userId) throw new AppError('not_found');
    if (kind !== 'surprise') throw new AppError('conflict');
    if (state === 'draft' || state === 'sealed') {
      if (!member.partner) throw new AppError('alone');
      if (state === 'draft') await resealVersion(scope, 'couple', versions);
      await db.plan.updateMany({ where: { id }, data: { state: 'planned' } });
      await record('plan.revealed', id);
    }
    return getPlan(scope, id);
  }),
);
