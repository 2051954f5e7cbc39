import { dayToDate, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getCommitment, lockCommitment, mostCommitments } from '#lib/talks/commitments';
import { commitmentBody, commitmentParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Offers something to be done by one or both. It counts once the other says yes. The id is the client's, so twice is once. */
export const PUT = route({ params: commitmentParams, body: commitmentBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id } = params;
    if (!member.partner) throw new AppError('alone');
    const sent = await db.commitment.findUnique({ where: { id } });
    if (sent && sent.authorId !== member.userId) throw new AppError('conflict');
    if (sent) return getCommitment(scope, id);
    const { coupleId, userId: authorId } = member;
    const { talkId = null, earlierId = null } = body;
    if (talkId && !(await db.talk.count({ where: { id: talkId, begunAt: { not: null } } })))
      throw new AppError('invalid', { fields: { talkId: 'unknown' } });
    if (
      earlierId &&
      !(await db.commitment.count({ where: { id: earlierId, outcome: null, acceptedAt: { not: null } } }))
    )
      throw new AppError('commitment_changed');
    if ((await db.commitment.count({ where: { coupleId, outcome: null } })) >= mostCommitments)
      throw new AppError('said_enough');
    const sealedBody = await seal(scope, 'couple', { table: 'commitment', column: 'sealed_body', id }, body.text);
    const { count } = await db.commitment.createMany({
      data: {
        id,
        coupleId,
        talkId,
        authorId,
        doerId: body.doer === 'me' ? authorId : body.doer === 'partner' ? member.partner.id : null,
        isBoth: body.doer === 'both',
        sealedBody,
        reviewOn: dayToDate(body.reviewOn),
        earlierId,
        createdAt: now(),
      },
      skipDuplicates: true,
    });
    if (count > 0) await record('commitment.offered', id);
    // The same one came at the same moment; or the id stands elsewhere.
    else if (!(await db.commitment.count({ where: { id, authorId } }))) throw new AppError('conflict');
    return getCommitment(scope, id);
  }),
);

/** Takes back what I offered, or leaves what my partner did: both the same to see. Once accepted it is settled otherwise. */
export const DELETE = route({ params: commitmentParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const { db, record } = scope;
    const { acceptedAt } = await lockCommitment(scope, id);
    if (acceptedAt) throw new AppError('commitment_changed', { present: await getCommitment(scope, id) });
    await db.commitment.deleteMany({ where: { id } });
    await record('commitment.declined', id);
  }),
);
