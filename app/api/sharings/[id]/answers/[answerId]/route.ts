import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getSharing } from '#lib/sharings/queries';
import { answerBody, answerParams } from '#lib/sharings/schema';
import { placeOfAnswer } from '#lib/sharings/view';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** How many answers one person gives to one sharing. */
const mostAnswers = 20;

/** Answers what was shared with me. Sent twice with one id, it stands once. */
export const PUT = route({ params: answerParams, body: answerBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id, answerId } = params;
    const sharing = await getSharing(scope, id);
    // Whoever answers has read it.
    if (sharing.by !== 'partner' || !sharing.isOpen) throw new AppError('not_found');
    const sent = sharing.answers.find((answer) => answer.id === answerId);
    if (sent?.intent === body.intent && sent.text === body.text) return sharing;
    if (sent) throw new AppError('conflict', { present: sharing });
    if (sharing.answers.length >= mostAnswers) throw new AppError('said_enough');
    const sealedBody = await seal(scope, 'couple', placeOfAnswer(answerId), body.text);
    const given = await db.$executeRaw`
      INSERT INTO sharing_answer (id, sharing_id, couple_id, author_id, intent, sealed_body)
      VALUES (${answerId}::uuid, ${id}::uuid, ${member.coupleId}::uuid, ${member.userId}::uuid,
              ${body.intent}::response_intent, ${sealedBody})
      ON CONFLICT (id) DO NOTHING`;
    const answered = await getSharing(scope, id);
    // It stands elsewhere under this id.
    if (!answered.answers.some((answer) => answer.id === answerId)) throw new AppError('conflict');
    if (given > 0) await record('sharing.answered', id);
    return answered;
  }),
);
