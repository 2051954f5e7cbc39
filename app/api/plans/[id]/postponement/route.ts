import { dateToDay, dayIn, dayToDate } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getPlan, lockAsked } from '#lib/plans/queries';
import { planParams, postponementBody } from '#lib/plans/schema';
import { transaction } from '#lib/transaction';

/** Not now: says until when. Only of what I am asked; on that day it asks me again. */
export const PUT = route({ params: planParams, body: postponementBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, state, laterUntil } = await lockAsked(scope, params.id, body.n);
    if (state !== 'proposed' && state !== 'later') throw new AppError('plan_changed');
    if (laterUntil && dateToDay(laterUntil) === body.until) return getPlan(scope, id);
    if (body.until <= dayIn(member.coupleTimeZone)) throw new AppError('invalid', { fields: { until: 'invalid' } });
    await db.plan.updateMany({ where: { id }, data: { state: 'later', laterUntil: dayToDate(body.until) } });
    await record('plan.postponed', id);
    return getPlan(scope, id);
  }),
);
