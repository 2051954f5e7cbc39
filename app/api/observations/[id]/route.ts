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
    const { count } = await db.observation.updateMany({ where: { id }, data: { sealedBody } });
    if (count > 0) return { id };
    if ((await db.observation.count()) >= mostObservations) throw new AppError('said_enough');
    const aboutId = member.partner?.id ?? null;
    await db.observation.createMany({ data: { id, userId: member.userId, aboutId, sealedBody, createdAt: now() } });
    return { id };
  }),
);

export const DELETE = route({ params: observationParams }, ({ identity, params: { id } }) =>
  transaction(identity, async ({ db }) => {
    await db.observation.deleteMany({ where: { id } });
  }),
);
