import { dateToDay, dayIn } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockPlan } from '#lib/plans/queries';
import { versionBody, versionParams } from '#lib/plans/schema';
import { addVersion } from '#lib/plans/versions';
import { transaction } from '#lib/transaction';

/** How many versions two may need, and how many of one in a row are heard. */
const mostVersions = 50;
const mostInARow = 5;

/**
 * Says how I would rather have it, in reply to the last version. It asks the other again, also after a yes; but not whoever
 * said "not now": my own second thoughts wait for the day.
 */
export const PUT = route({ params: versionParams, body: versionBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, kind, state, versions, laterUntil } = await lockPlan(scope, params.id);
    const sent = versions.find((version) => version.id === params.versionId);
    if (sent && sent.authorId !== member.userId) throw new AppError('conflict');
    if (sent) return getPlan(scope, id);
    if (kind !== 'together') throw new AppError('conflict');
    const isOpen = state === 'proposed' || state === 'later' || state === 'planned';
    const n = (versions.at(-1)?.n ?? 0) + 1;
    if (!isOpen || body.after !== n - 1) throw new AppError('plan_changed');
    if (!member.partner) throw new AppError('alone');
    const latest = versions.slice(-mostInARow);
    const isMine = ({ authorId }: { authorId: string | null }) => authorId === member.userId;
    if (n > mostVersions || (latest.length === mostInARow && latest.every(isMine)))
      throw new AppError('planned_enough');
    await addVersion(scope, 'couple', { id: params.versionId, planId: id, n, kind: body.kind }, body);
    const waits = laterUntil && dateToDay(laterUntil) > dayIn(member.coupleTimeZone) && latest.slice(-1).every(isMine);
    if (!waits)
      await db.plan.updateMany({ where: { id }, data: { state: 'proposed', agreedN: null, laterUntil: null } });
    await record('plan.countered', id);
    return getPlan(scope, id);
  }),
);
