import { route } from '#lib/http/route';
import { getSchedule, lockRituals } from '#lib/talks/schedule';
import { transaction } from '#lib/transaction';

/** Takes my proposal back, or says that my partner's does not suit me. */
export const DELETE = route({}, ({ identity }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    await lockRituals(scope);
    const { count } = await db.ritual.deleteMany({ where: { coupleId: member.coupleId, isAgreed: false } });
    if (count > 0) await record('ritual.declined', null);
    return getSchedule(scope);
  }),
);
