import { instantOf, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockOwnPlan } from '#lib/plans/queries';
import { planParams, sealBody } from '#lib/plans/schema';
import { takeBackTeaser } from '#lib/plans/teasers';
import { resealVersion } from '#lib/plans/versions';
import { transaction } from '#lib/transaction';

/** Seals a surprise of mine, or changes when it opens by itself. It makes no event and no trace. */
export const PUT = route({ params: planParams, body: sealBody }, ({ identity, params, body: { opens } }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    const { id, kind, state, versions } = await lockOwnPlan(scope, params.id);
    if (kind !== 'surprise') throw new AppError('conflict');
    if (!member.partner) throw new AppError('alone');
    const revealAt = opens ? instantOf(member.timeZone, opens.day, opens.time) : null;
    if (revealAt && revealAt <= now()) throw new AppError('invalid', { fields: { opens: 'invalid' } });
    // From here on the worker can open it at its time, when nobody is there.
    if (state === 'draft') await resealVersion(scope, 'couple', versions);
    await db.plan.updateMany({ where: { id }, data: { state: 'sealed', revealAt } });
    return getPlan(scope, id);
  }),
);

/** Makes it a draft again, of which my partner knows nothing. */
export const DELETE = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { id, state, versions } = await lockOwnPlan(scope, params.id);
    if (state === 'draft') return;
    await takeBackTeaser(scope, id);
    await resealVersion(scope, 'user', versions);
    await scope.db.plan.updateMany({ where: { id }, data: { state: 'draft', revealAt: null } });
  }),
);
