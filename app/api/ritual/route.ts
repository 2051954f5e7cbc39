import { dayIn, dayToDate, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getSchedule, isSameRitual, lockRituals } from '#lib/talks/schedule';
import { ritualBody } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** When the two talk, what one proposes instead, and which talk is next. */
export const GET = route({}, ({ identity }) => transaction(identity, getSchedule));

/** Proposes when to talk, in place of whatever was proposed before. It holds once the other says yes. */
export const PUT = route({ body: ritualBody }, ({ identity, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    if (!member.partner) throw new AppError('alone');
    const { proposed } = await lockRituals(scope);
    if (proposed && proposed.authorId === member.userId && isSameRitual(proposed, body)) return getSchedule(scope);
    const said = {
      authorId: member.userId,
      rhythm: body.rhythm,
      weekday: body.weekday ?? null,
      time: body.time,
      form: body.form,
      fromDay: dayToDate(dayIn(member.coupleTimeZone)),
      createdAt: now(),
    };
    const where = { coupleId_isAgreed: { coupleId: member.coupleId, isAgreed: false } };
    await db.ritual.upsert({ where, update: said, create: { coupleId: member.coupleId, isAgreed: false, ...said } });
    await record('ritual.proposed', null);
    return getSchedule(scope);
  }),
);

/** No fixed time any more, for both: either says so, and gives no reason. */
export const DELETE = route({}, ({ identity }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    await lockRituals(scope);
    const { count } = await db.ritual.deleteMany({ where: { coupleId: member.coupleId, isAgreed: true } });
    await db.talk.deleteMany({ where: { coupleId: member.coupleId, begunAt: null } });
    if (count > 0) await record('ritual.ended', null);
    return getSchedule(scope);
  }),
);
