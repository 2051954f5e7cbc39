import { randomUUID } from 'node:crypto';
import { dayToDate, now } from '#lib/clock';
import { route } from '#lib/http/route';
import { getSchedule, lockComing } from '#lib/talks/schedule';
import { dayParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** Leaves one talk of the ritual's out. Nobody asks why. Twice is once. */
export const PUT = route({ params: dayParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const coming = await lockComing(scope, params.day);
    if (coming.isSkipped) return getSchedule(scope);
    const id = coming.id ?? randomUUID();
    const skippedAt = now();
    if (coming.id) await db.talk.updateMany({ where: { id }, data: { skippedAt } });
    else {
      const { coupleId } = member;
      const day = dayToDate(params.day);
      await db.talk.createMany({ data: { id, coupleId, form: coming.form, day, skippedAt, saidAt: now() } });
    }
    await record('talk.skipped', id);
    return getSchedule(scope);
  }),
);

/** It takes place after all. */
export const DELETE = route({ params: dayParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, record } = scope;
    const { id, isSkipped } = await lockComing(scope, params.day);
    if (!id || !isSkipped) return getSchedule(scope);
    await db.talk.updateMany({ where: { id }, data: { skippedAt: null, saidAt: now() } });
    await record('talk.moved', id);
    return getSchedule(scope);
  }),
);
