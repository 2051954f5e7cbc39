import { dayIn, dayToDate } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockPlan } from '#lib/plans/queries';
import { livedBody, planParams } from '#lib/plans/schema';
import { transaction } from '#lib/transaction';

/** Says that a plan was lived. Said by both, the first day stands. */
export const PUT = route({ params: planParams, body: livedBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, state } = await lockPlan(scope, params.id);
    if (state === 'lived') return getPlan(scope, id);
    if (state !== 'planned') throw new AppError('plan_changed');
    if (body.day > dayIn(member.timeZone)) throw new AppError('invalid', { fields: { day: 'invalid' } });
    await db.plan.updateMany({ where: { id }, data: { state: 'lived', livedOn: dayToDate(body.day) } });
    await record('plan.lived', id);
    return getPlan(scope, id);
  }),
);

/** Not lived after all: it is planned again, as long as nobody has said how it felt. */
export const DELETE = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, record } = scope;
    const { id, state } = await lockPlan(scope, params.id);
    if (state === 'planned') return;
    if (state !== 'lived' || (await db.felt.count({ where: { planId: id } }))) throw new AppError('plan_changed');
    await db.plan.updateMany({ where: { id }, data: { state: 'planned', livedOn: null } });
    await record('plan.unlived', id);
  }),
);
