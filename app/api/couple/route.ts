import { toTimeZone } from '#lib/clock';
import { coupleChanges } from '#lib/couples/schema';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

const body = coupleChanges.transform(({ timeZone, ...changes }) => ({
  ...changes,
  ...(timeZone && { timeZone: toTimeZone(timeZone) }),
}));

/** Changes whose day it is, or what fits the two; both may. */
export const PATCH = route({ body }, ({ identity, body }) =>
  transaction(identity, async ({ db, member, record }) => {
    await db.couple.updateMany({ where: { id: member.coupleId }, data: body });
    await record('couple.changed', member.coupleId);
    return { timeZone: member.coupleTimeZone, circumstances: member.circumstances, ...body };
  }),
);
