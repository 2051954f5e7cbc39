import { randomUUID } from 'node:crypto';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { novelties, pulls } from '#lib/ideas/kinds';
import { findIdea } from '#lib/ideas/library';
import { ideaParams, ratingBody } from '#lib/ideas/schema';
import { transaction } from '#lib/transaction';

/** Says how new an idea is to us and how much it draws me. Nobody sees it; where both are high, it comes up for both. */
export const PUT = route({ params: ideaParams, body: ratingBody }, ({ identity, params, body }) => {
  if (!findIdea(params.ideaId)) throw new AppError('not_found');
  return transaction(identity, async ({ db, member }) => {
    await db.$executeRaw`
      INSERT INTO rating (id, user_id, with_id, idea_id, novelty, pull)
      VALUES (${randomUUID()}::uuid, ${member.userId}::uuid, ${member.partner?.id ?? null}::uuid, ${params.ideaId},
              ${novelties.indexOf(body.novelty)}, ${pulls.indexOf(body.pull)})
      ON CONFLICT (user_id, idea_id) DO UPDATE
         SET with_id = excluded.with_id, novelty = excluded.novelty, pull = excluded.pull`;
  });
});

export const DELETE = route({ params: ideaParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    await db.rating.deleteMany({ where: { userId: member.userId, ideaId: params.ideaId } });
  }),
);
