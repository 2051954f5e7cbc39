import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getCommitment, lockCommitment } from '#lib/talks/commitments';
import { commitmentParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** Says yes to what my partner offered, for myself alone. What it takes the place of is changed by that. Twice is once. */
export const PUT = route({ params: commitmentParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { authorId, acceptedAt, earlierId } = await lockCommitment(scope, id);
    if (authorId === member.userId) throw new AppError('commitment_changed');
    if (acceptedAt) return getCommitment(scope, id);
    await db.commitment.updateMany({ where: { id }, data: { acceptedAt: now() } });
    // Settled meanwhile, it stays so.
    if (earlierId)
      await db.commitment.updateMany({ where: { id: earlierId, outcome: null }, data: { outcome: 'changed' } });
    await record('commitment.accepted', id);
    return getCommitment(scope, id);
  }),
);
