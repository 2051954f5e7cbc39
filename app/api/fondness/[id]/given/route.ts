import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { giveThanks, sealWords } from '#lib/thanks/give';
import { getThanks } from '#lib/thanks/queries';
import { fondnessParams } from '#lib/thanks/schema';
import { viewFondness } from '#lib/thanks/view';
import { transaction } from '#lib/transaction';

/** Gives one thing that I love: it goes from my list, and comes to my partner as a thank-you does. Given already, it is no news. */
export const PUT = route({ params: fondnessParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { coupleId, userId: giverId, partner } = member;
    await db.$queryRaw`SELECT 1 FROM fondness WHERE id = ${id}::uuid FOR UPDATE`;
    const row = await db.fondness.findUnique({ where: { id } });
    if (row) {
      const { text, isAboutNow } = await viewFondness(scope, row);
      if (!partner) throw new AppError('alone');
      // It was written about somebody before.
      if (!isAboutNow) throw new AppError('conflict');
      const sealedBody = await sealWords(scope, 'user', id, { did: text });
      await db.thanks.createMany({ data: { id, coupleId, giverId, kind: 'fondness', sealedBody, createdAt: now() } });
      await giveThanks(scope, { id, sealedBody });
      await db.fondness.deleteMany({ where: { id } });
      await record('fondness.given', id);
    } else if (!(await db.thanks.count({ where: { id, giverId, kind: 'fondness' } }))) throw new AppError('not_found');
    return getThanks(scope, id);
  }),
);
