import { AppError } from '#lib/error';
import { refreshUser } from '#lib/events/publish';
import { route } from '#lib/http/route';
import { withdrawAcceptances } from '#lib/invites/queries';
import { asSystem, transaction } from '#lib/transaction';

/** Takes back my yes to an invite, which is open again then. Taken back twice, it is taken back. */
export const DELETE = route({}, async ({ identity }) => {
  const { userId, partner } = await transaction(identity, async ({ member }) => member);
  const inviters = partner ? [] : await asSystem((db) => withdrawAcceptances(db, userId));
  if (partner) throw new AppError('already_linked');
  for (const inviterId of inviters) refreshUser(inviterId);
});
