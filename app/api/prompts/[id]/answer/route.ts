import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { giveAnswer } from '#lib/prompts/give-answer';
import { answerBody, promptParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

type LockedPrompt = { revealed: boolean; answered_by_id: string | null; answer_id: string | null };

/** Gives my answer, or changes it while it is sealed. The second answer opens both. */
export const PUT = route({ params: promptParams, body: answerBody }, ({ identity, params, body }) =>
  giveAnswer(identity, params.id, body),
);

/** Takes my answer back while it is sealed; once it was revealed, withdraws it and leaves its place. */
export const DELETE = route({ params: promptParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member, record }) => {
    const [prompt] = await db.$queryRaw<LockedPrompt[]>`
      SELECT p.revealed_at IS NOT NULL AS revealed, p.answered_by_id, a.id AS answer_id
        FROM prompt p LEFT JOIN answer a ON a.prompt_id = p.id AND a.author_id = ${member.userId}::uuid
       WHERE p.id = ${params.id}::uuid FOR UPDATE OF p`;
    if (!prompt) throw new AppError('not_found');
    if (!prompt.answer_id) return;
    if (!prompt.revealed) {
      await db.answer.delete({ where: { id: prompt.answer_id } });
      await record('answer.takenback', params.id);
      return;
    }
    const { count } = await db.answer.updateMany({
      where: { id: prompt.answer_id, withdrawnAt: null },
      data: { sealedBody: null, withdrawnAt: now() },
    });
    if (count > 0) await record('answer.withdrawn', params.id);
  }),
);
