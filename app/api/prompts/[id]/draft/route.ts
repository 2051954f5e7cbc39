import { randomUUID } from 'node:crypto';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { draftBody, promptParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Keeps what I am writing, under my own key. It makes no event and no trace that my partner could see. */
export const PUT = route({ params: promptParams, body: draftBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    const where = { userId_promptId: { userId: member.userId, promptId: params.id } };
    if (!(await db.prompt.count({ where: { id: params.id, revealedAt: null, swappedAt: null } })))
      throw new AppError('not_found');
    // Whoever comes first makes the row; its id is part of what is sealed.
    await db.$executeRaw`
      INSERT INTO draft (id, user_id, prompt_id, sealed_body, updated_at)
      VALUES (${randomUUID()}::uuid, ${member.userId}::uuid, ${params.id}::uuid, '', ${now()})
      ON CONFLICT (user_id, prompt_id) DO NOTHING`;
    const { id } = await db.draft.findUniqueOrThrow({ where });
    const sealedBody = await seal(scope, 'user', { table: 'draft', column: 'sealed_body', id }, body.text);
    await db.draft.update({ where, data: { sealedBody, updatedAt: now() } });
  }),
);

export const DELETE = route({ params: promptParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    await db.draft.deleteMany({ where: { userId: member.userId, promptId: params.id } });
  }),
);
