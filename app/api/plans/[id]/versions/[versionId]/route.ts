import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockPlan } from '#lib/plans/queries';
import { versionBody, versionParams } from '#lib/plans/schema';
import { addVersion } from '#lib/plans/versions';
import { transaction } from '#lib/transaction';

/** How many versions two may need. */
const mostVersions = 50;

/** Says how I would rather have it, in reply to the last version. It asks the other again, also after a yes. */
export const PUT = route({ params: versionParams, body: versionBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, kind, state, versions } = await lockPlan(scope, params.id);
    const sent = versions.find((version) => version.id === params.versionId);
    if (sent && sent.authorId !== member.userId) throw new AppError('conflict');
    if (sent) return getPlan(scope, id);
    if (kind !== 'together') throw new AppError('conflict');
    const isOpen = state === 'proposed' || state === 'later' || state === 'planned';
    const n = (versions.at(-1)?.n ?? 0) + 1;
    if (!isOpen || body.after !== n - 1) throw new AppError('plan_changed');
    if (!member.partner) throw new AppError('alone');
    if (n > mostVersions) throw new AppError('planned_enough');
    await addVersion(scope, { id: params.versionId, planId: id, n, kind: body.kind }, body);
    await db.plan.updateMany({ where: { id }, data: { state: 'proposed', agreedN: null, laterUntil: null } });
    await record('plan.countered', id);
    return getPlan(scope, id);
  }),
);
