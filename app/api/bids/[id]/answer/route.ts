import { getBid, instantOfAnswer, lockBid } from '#lib/bids/queries';
import { bidAnswerBody, bidParams } from '#lib/bids/schema';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Answers what my partner asks for. Another answer takes the place of the last; the same again is once. */
export const PUT = route({ params: bidParams, body: bidAnswerBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { authorId } = await lockBid(scope, id);
    if (authorId === scope.member.userId) throw new AppError('not_found');
    const { answer } = body;
    const answerAt = answer !== 'now' && body.when ? instantOfAnswer(scope, answer, body.when) : null;
    const text = answer === 'cannot' ? (body.text ?? null) : null;
    const { answer: said } = await getBid(scope, id);
    const isSame = said?.answer === answer && said.text === text && said.when?.at === answerAt?.toISOString();
    if (isSame) return getBid(scope, id);
    const sealedAnswer =
      text === null ? null : await seal(scope, 'couple', { table: 'bid', column: 'sealed_answer', id }, text);
    await scope.db.bid.updateMany({ where: { id }, data: { answer, answerAt, sealedAnswer } });
    await scope.record('bid.answered', id);
    return getBid(scope, id);
  }),
);
