import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { giveAnswer } from '#lib/prompts/give-answer';
import { answerBody, promptParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

/** Gives my answer, or changes it while it is sealed. The second answer opens both. */
export const PUT = route({ params: promptParams, body: answerBody }, ({ identity, params, body }) =>
  giveAnswer(identity, params.id, body),
);

/** Takes my answer back while it is sealed; once it was revealed, withdraws it and leaves its place. */
export const DELETE = route({ params: promptParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member, record }) => {
    const [prompt] = await db.$queryRaw<{ revealed: boolean }[]>`
      SELECT revealed_at IS NOT NULL AS revealed FROM prompt WHERE id = ${params.id}::uuid FOR UPDATE`;
    if (!prompt) throw new AppError('not_found');
    const mine = await db.answer.findFirst({
      where: { promptId: params.id, authorId: member.userId },
      select: { id: true },
    });
    if (!mine) return;
    if (!prompt.revealed) {
      await db.answer.delete({ where: { id: mine.id } });
      await record('answer.takenback', params.id);
      return;
    }
    const { count } = await db.answer.updateMany({
      where: { id: mine.id, withdrawnAt: null },
      data: { sealedBody: null, withdrawnAt: now() },
    });
    if (count > 0) await record('answer.withdrawn', params.id);
  }),
);
