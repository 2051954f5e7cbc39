import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { refreshUser } from '#lib/events/publish';
import { route } from '#lib/http/route';
import { inviteParams } from '#lib/invites/schema';
import { asSystem, transaction } from '#lib/transaction';

/** Takes my invite back, or says no to the one who has accepted it. Neither has seen anything of the other's. */
export const DELETE = route({ params: inviteParams }, async ({ identity, params }) => {
  const { userId } = await transaction(identity, async ({ member }) => member);
  const accepterId = await asSystem(async (db) => {
    await db.invite.updateMany({
      where: { id: params.id, inviterId: userId, revokedAt: null, confirmedAt: null },
      data: { revokedAt: now() },
    });
    const row = await db.invite.findUnique({ where: { id: params.id } });
    if (row?.inviterId !== userId) throw new AppError('not_found');
    if (row.confirmedAt) throw new AppError('already_linked');
    return row.accepterId;
  });
  if (accepterId) refreshUser(accepterId);
});
