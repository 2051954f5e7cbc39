import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { findQuestion } from '#lib/prompts/library';
import { getPrompt } from '#lib/prompts/queries';
import { judgeAgain } from '#lib/prompts/rules';
import { askBody, promptParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

export const GET = route({ params: promptParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getPrompt(scope, params.id)),
);

/** Questions of one person that may wait at once. */
const mostOpen = 30;

/** Puts a question of the library, or one of our own, to the two of us. The id is the client's, so twice is once. */
export const PUT = route({ params: promptParams, body: askBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    // One asks at a time, so that the same question put by both at once is one.
    await db.$queryRaw`SELECT 1 FROM couple WHERE id = ${member.coupleId}::uuid FOR UPDATE`;
    const sent = await db.prompt.findUnique({ where: { id: params.id } });
    if (sent) {
      const isSame =
        sent.askedById === member.userId &&
        ('words' in body ? sent.source === 'own' : sent.contentId === body.contentId);
      if (!isSame) throw new AppError('conflict');
      return getPrompt(scope, params.id);
    }
    const open = await db.prompt.count({
      where: { askedById: member.userId, source: { not: 'daily' }, revealedAt: null, swappedAt: null },
    });
    if (open >= mostOpen) throw new AppError('asked_enough');
    const common = { id: params.id, coupleId: member.coupleId, askedById: member.userId, createdAt: now() };
    if ('words' in body) {
      await db.prompt.createMany({ data: { ...common, source: 'own', topic: body.topic, depth: body.depth } });
      const sealedWords = await seal(
        scope,
        'couple',
        { table: 'prompt_words', column: 'sealed_words', id: params.id },
        body.words,
      );
      await db.promptWords.createMany({
        data: { promptId: params.id, coupleId: member.coupleId, authorId: member.userId, sealedWords },
      });
    } else {
      const question = findQuestion(body.contentId);
      if (!question) throw new AppError('invalid', { fields: { contentId: 'unknown' } });
      const last = await db.prompt.findFirst({
        where: { coupleId: member.coupleId, contentId: question.id, swappedAt: null },
        orderBy: { createdAt: 'desc' },
      });
      const again = judgeAgain(last, now());
      if (!again.ok) throw new AppError('asked_lately');
      const { topic, depth } = question;
      await db.prompt.createMany({
        data: { ...common, source: 'library', contentId: question.id, topic, depth, earlierId: again.earlierId },
      });
    }
    await record('prompt.asked', params.id);
    return getPrompt(scope, params.id);
  }),
);

type Put = { isMine: boolean; answered: boolean };

/** Takes back a question that I have put and nobody has answered. The day's own cannot be: that one is swapped. */
export const DELETE = route({ params: promptParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member, record }) => {
    const [prompt] = await db.$queryRaw<Put[]>`
      SELECT asked_by_id = ${member.userId}::uuid AND source <> 'daily' AS "isMine",
             answered_by_id IS NOT NULL OR revealed_at IS NOT NULL AS answered
        FROM prompt WHERE id = ${params.id}::uuid FOR UPDATE`;
    if (!prompt) {
      const mine = { coupleId: member.coupleId, actorId: member.userId, subjectId: params.id };
      if (await db.event.count({ where: { ...mine, name: 'prompt.takenback' } })) return;
    }
    if (!prompt?.isMine) throw new AppError('not_found');
    if (prompt.answered) throw new AppError('answered');
    // While it still says who may see it: of what the partner cannot see nothing is told.
    await record('prompt.takenback', params.id);
    await db.prompt.deleteMany({ where: { id: params.id } });
  }),
);
