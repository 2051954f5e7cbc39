import { mostObservations } from '#lib/cards/queries';
import { observationBody, observationParams } from '#lib/cards/schema';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Writes down what I noticed, under my own key, or writes it anew. The id is the client's, so twice is once. */
export const PUT = route({ params: observationParams, body: observationBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    const place = { table: 'observation', column: 'sealed_body', id };
    const sealedBody = await seal(scope, 'user', place, body.text);
    const made = await db.$executeRaw`
      INSERT INTO observation (id, user_id, about_id, sealed_body, created_at)
      VALUES (${id}::uuid, ${member.userId}::uuid, ${member.partner?.id ?? null}::uuid, ${sealedBody}, ${now()})
      ON CONFLICT (id) DO NOTHING`;
    if (made > 0) {
      if ((await db.observation.count()) > mostObservations) throw new AppError('said_enough');
    } else {
      const { count } = await db.observation.updateMany({ where: { id }, data: { sealedBody } });
      if (count === 0) throw new AppError('conflict');
    }
    return { id };
  }),
);

export const DELETE = route({ params: observationParams }, ({ identity, params: { id } }) =>
  transaction(identity, async ({ db }) => {
    await db.observation.deleteMany({ where: { id } });
  }),
);
