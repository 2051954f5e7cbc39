import { getBid, getBids, lockBid } from '#lib/bids/queries';
import { bidBody, bidParams } from '#lib/bids/schema';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** Asks for something. One at once: an answered one makes place for the next. The id is the client's, so twice is once. */
export const PUT = route({ params: bidParams, body: bidBody }, ({ identity, params: { id }, body: { kind } }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { coupleId, userId: authorId } = member;
    if (!member.partner) throw new AppError('alone');
    const sent = await db.bid.findUnique({ where: { id } });
    if (sent && sent.authorId !== authorId) throw new AppError('conflict');
    if (sent) return getBid(scope, id);
    const { count } = await db.bid.createMany({ data: { id, coupleId, authorId, kind }, skipDuplicates: true });
    if (count > 0) await record('bid.made', id);
    // The same one came at the same moment; another is open; or the id stands elsewhere.
    else if (!(await db.bid.count({ where: { id, authorId } }))) {
      const { mine } = await getBids(scope);
      throw new AppError(mine ? 'bid_open' : 'conflict', { ...(mine && { present: mine }) });
    }
    return getBid(scope, id);
  }),
);

/** Takes back what I ask for, or lets an answered one go. */
export const DELETE = route({ params: bidParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const { authorId } = await lockBid(scope, id);
    if (authorId !== scope.member.userId) throw new AppError('not_found');
    await scope.db.bid.deleteMany({ where: { id } });
    await scope.record('bid.withdrawn', id);
  }),
);
