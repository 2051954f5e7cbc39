import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { responseBody, responseParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** How many responses one person gives to one reveal. */
const mostResponses = 50;

/** Responds to a reveal, or adds to my own answer. Sent twice with one id, it stands once. */
export const PUT = route({ params: responseParams, body: responseBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const [prompt] = await db.$queryRaw<{ revealed: boolean }[]>`
      SELECT revealed_at IS NOT NULL AS revealed FROM prompt WHERE id = ${params.id}::uuid FOR UPDATE`;
    if (!prompt) throw new AppError('not_found');
    if (!prompt.revealed) throw new AppError('sealed');
    const sent = await db.response.findUnique({ where: { id: params.responseId } });
    if (sent) {
      if (sent.authorId !== member.userId || sent.promptId !== params.id) throw new AppError('conflict');
      return { id: sent.id };
    }
    if ((await db.response.count({ where: { promptId: params.id, authorId: member.userId } })) >= mostResponses)
      throw new AppError('said_enough');
    const sealedBody = await seal(
      scope,
      'couple',
      { table: 'response', column: 'sealed_body', id: params.responseId },
      body.text,
    );
    await db.response.createMany({
      data: {
        id: params.responseId,
        promptId: params.id,
        coupleId: member.coupleId,
        authorId: member.userId,
        intent: body.intent,
        sealedBody,
        createdAt: now(),
      },
    });
    await record('response.given', params.id);
    return { id: params.responseId };
  }),
);

/** Withdraws my response; its place stays. */
export const DELETE = route({ params: responseParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member, record }) => {
    const own = { id: params.responseId, promptId: params.id, authorId: member.userId };
    if (!(await db.response.count({ where: own }))) throw new AppError('not_found');
    const { count } = await db.response.updateMany({
      where: { ...own, withdrawnAt: null },
      data: { sealedBody: null, withdrawnAt: now() },
    });
    if (count > 0) await record('response.withdrawn', params.id);
  }),
);
