import { sessionParams } from '#lib/accounts/schema';
import { AppError } from '#lib/error';
import { cutSockets } from '#lib/events/publish';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** Ends one of one's own sessions, at once. */
export const DELETE = route({ params: sessionParams }, async ({ identity, params }) => {
  await transaction(identity, async ({ db, member }) => {
    const { count } = await db.session.deleteMany({ where: { id: params.id, userId: member.userId } });
    if (count === 0) throw new AppError('not_found');
  });
  cutSockets({ sessionId: params.id });
});
