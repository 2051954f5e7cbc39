import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getCommitment, lockCommitment } from '#lib/talks/commitments';
import { commitmentParams, outcomeBody } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** Says what became of it. It is settled once both say the same; another word of mine takes the place of the last. */
export const PUT = route({ params: commitmentParams, body: outcomeBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { acceptedAt, outcome, saidOutcome, saidById } = await lockCommitment(scope, id);
    if (outcome === body.outcome) return getCommitment(scope, id);
    if (!acceptedAt || outcome) throw new AppError('commitment_changed', { present: await getCommitment(scope, id) });
    const isSaid = saidOutcome === body.outcome;
    if (isSaid && saidById === member.userId) return getCommitment(scope, id);
    await db.commitment.updateMany({
      where: { id },
      data: isSaid ? { outcome: body.outcome } : { saidOutcome: body.outcome },
    });
    await record(isSaid ? 'commitment.settled' : 'commitment.said', id);
    return getCommitment(scope, id);
  }),
);
