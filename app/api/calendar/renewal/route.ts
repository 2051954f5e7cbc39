import { addressOfFeed } from '#lib/calendar/queries';
import { hashToken } from '#lib/calendar/tokens';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { makeToken } from '#lib/secret';
import { transaction } from '#lib/transaction';

/** Gives my feed another address, and says it this once. The one before is dead. */
export const POST = route({}, ({ identity }) =>
  transaction(identity, async ({ db, member: { userId } }) => {
    const token = makeToken();
    const data = { tokenHash: hashToken(token), createdAt: now() };
    const { count } = await db.calendar.updateMany({ where: { userId }, data });
    if (count === 0) throw new AppError('not_found');
    return { address: addressOfFeed(token) };
  }),
);
