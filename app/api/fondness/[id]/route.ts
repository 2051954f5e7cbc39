import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { mostKept } from '#lib/thanks/queries';
import { fondnessBody, fondnessParams } from '#lib/thanks/schema';
import { fondnessPlace, viewFondness } from '#lib/thanks/view';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Writes down something that I love about my partner, under my own key, or writes it anew. The id is the client's. */
export const PUT = route({ params: fondnessParams, body: fondnessBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    const { userId, partner } = member;
    // Given, it is a thank-you by that id, and nothing that could be written anew.
    if (await db.thanks.count({ where: { id, giverId: userId } })) throw new AppError('given');
    const sealedBody = await seal(scope, 'user', fondnessPlace(id), body.text);
    const { count: made } = await db.fondness.createMany({
      data: { id, userId, aboutId: partner?.id ?? null, sealedBody, createdAt: now() },
      skipDuplicates: true,
    });
    if (made === 0) await db.fondness.updateMany({ where: { id }, data: { sealedBody } });
    else if ((await db.fondness.count()) > mostKept) throw new AppError('said_enough');
    const row = await db.fondness.findUnique({ where: { id } });
    if (!row) throw new AppError('not_found');
    return viewFondness(scope, row);
  }),
);

/** Takes it off the list, without a trace. */
export const DELETE = route({ params: fondnessParams }, ({ identity, params: { id } }) =>
  transaction(identity, async ({ db }) => {
    const { count } = await db.fondness.deleteMany({ where: { id } });
    if (count === 0) throw new AppError('not_found');
  }),
);
