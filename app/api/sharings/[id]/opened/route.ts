import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getSharing } from '#lib/sharings/queries';
import { sharingParams } from '#lib/sharings/schema';
import { transaction } from '#lib/transaction';

/** Opens what was shared with me. That I have is mine alone. */
export const PUT = route({ params: sharingParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    if (!(await db.sharing.count({ where: { id, deliveredAt: { not: null } } }))) throw new AppError('not_found');
    await db.$executeRaw`
      INSERT INTO sharing_opened (sharing_id, user_id) VALUES (${id}::uuid, ${member.userId}::uuid) ON CONFLICT DO NOTHING`;
    return getSharing(scope, id);
  }),
);
