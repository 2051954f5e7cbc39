import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { answerBody, promptParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

type LockedPrompt = { revealed: boolean; answered_by_id: string | null; answer_id: string | null };

/** Gives my answer, or changes it while it is sealed. The second answer opens both. */
export const PUT = route({ params: promptParams, body: answerBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const [prompt] = await db.$queryRaw<LockedPrompt[]>`
      SELECT p.revealed_at IS NOT NULL AS revealed, p.answered_by_id, a.id AS answer_id
        FROM prompt p LEFT JOIN answer a ON a.prompt_id = p.id AND a.author_id = ${member.userId}::uuid
       WHERE p.id = ${params.id}::uuid FOR UPDATE OF p`;
    if (!prompt) throw new AppError('not_found');
    if (prompt.revealed) throw new AppError('revealed');

    // A second device of mine changes the answer the first one gave.
    const id = prompt.answer_id ?? body.id;
    const at = now();
    const sealed = await seal(scope, 'couple', { table: 'answer', column: 'sealed_body', id }, body.text);
    if (prompt.answer_id) {
      await db.$executeRaw`UPDATE answer SET sealed_body = ${sealed} WHERE id = ${id}::uuid`;
    } else {
      await db.$executeRaw`
        INSERT INTO answer (id, prompt_id, couple_id, author_id, sealed_body, created_at)
        VALUES (${id}::uuid, ${params.id}::uuid, ${member.coupleId}::uuid, ${member.userId}::uuid, ${sealed}, ${at})`;
    }
    await db.$executeRaw`DELETE FROM draft WHERE prompt_id = ${params.id}::uuid AND user_id = ${member.userId}::uuid`;

    // Only the first giving is told: a change would show the partner when one came back to it.
    const reveals = prompt.answered_by_id !== null && prompt.answered_by_id !== member.userId;
    if (!prompt.answer_id) await record(reveals ? 'prompt.revealed' : 'answer.given', params.id);
    return { id, state: reveals ? 'revealed' : 'waiting' };
  }),
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
