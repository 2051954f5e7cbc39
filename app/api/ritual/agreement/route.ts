import { dayIn, dayToDate, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getSchedule, isSameRitual, lockRituals } from '#lib/talks/schedule';
import { ritualBody } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** Says yes to my partner's proposal, which the body repeats: another one meanwhile is not what was said yes to. Twice is once. */
export const PUT = route({ body: ritualBody }, ({ identity, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { agreed, proposed } = await lockRituals(scope);
    if (!proposed && agreed && isSameRitual(agreed, body)) return getSchedule(scope);
    if (!proposed || proposed.authorId === member.userId || !isSameRitual(proposed, body))
      throw new AppError('ritual_changed', { present: await getSchedule(scope) });
    const { coupleId } = member;
    await db.ritual.deleteMany({ where: { coupleId, isAgreed: true } });
    // What was moved or left out was so of the days of before.
    await db.talk.deleteMany({ where: { coupleId, begunAt: null } });
    const { authorId, rhythm, weekday, time, form } = proposed;
    const fromDay = dayToDate(dayIn(member.coupleTimeZone));
    const createdAt = now();
    await db.ritual.create({
      data: { coupleId, isAgreed: true, authorId, rhythm, weekday, time, form, fromDay, createdAt },
    });
    await db.ritual.deleteMany({ where: { coupleId, isAgreed: false } });
    await record('ritual.agreed', null);
    return getSchedule(scope);
  }),
);
