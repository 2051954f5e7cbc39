import { randomUUID } from 'node:crypto';
import { addDays, dayIn, dayToDate, instantOf, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { daysAhead, getSchedule, listComing, lockComing } from '#lib/talks/schedule';
import { dayParams, moveBody } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** Moves one talk of the ritual's, and no other. Nobody asks why. */
export const PUT = route({ params: dayParams, body: moveBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const coming = await lockComing(scope, params.day);
    const startsAt = instantOf(member.timeZone, body.startsAt.day, body.startsAt.time);
    const following = (await listComing(scope)).find(({ day }) => day > params.day);
    const last = addDays(dayIn(member.coupleTimeZone), daysAhead);
    // Later than the one after it, it would be that one.
    if (startsAt <= now() || body.startsAt.day > last || (following && startsAt >= following.startsAt))
      throw new AppError('invalid', { fields: { startsAt: 'invalid' } });
    if (!coming.isSkipped && coming.startsAt.getTime() === startsAt.getTime()) return getSchedule(scope);
    const id = coming.id ?? randomUUID();
    if (coming.id) await db.talk.updateMany({ where: { id }, data: { startsAt, skippedAt: null, saidAt: now() } });
    else {
      const { coupleId } = member;
      const day = dayToDate(params.day);
      await db.talk.createMany({ data: { id, coupleId, form: coming.form, day, startsAt, saidAt: now() } });
    }
    await record('talk.moved', id);
    return getSchedule(scope);
  }),
);
