import { now } from '#lib/clock';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** Notes that one has read what the partner can and cannot see; the first time counts. */
export const PUT = route({}, ({ identity }) =>
  transaction(identity, async ({ db, member }) => {
    await db.account.updateMany({ where: { userId: member.userId, welcomedAt: null }, data: { welcomedAt: now() } });
  }),
);
