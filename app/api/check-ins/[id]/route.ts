import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { checkInBody, checkInParams } from '#lib/feelings/check-in-schema';
import { getCheckIn, mostCheckIns, sealCheckIn } from '#lib/feelings/queries';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

export const GET = route({ params: checkInParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getCheckIn(scope, params.id)),
);

/** Keeps how I am, or puts it in other words; its time stays. The id is the client's, so twice is once. It makes no event. */
export const PUT = route({ params: checkInParams, body: checkInBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    const sealedBody = await sealCheckIn(scope, id, body);
    await db.$executeRaw`
      INSERT INTO check_in (id, user_id, sealed_body, created_at)
      VALUES (${id}::uuid, ${member.userId}::uuid, ${sealedBody}, ${now()})
      ON CONFLICT (user_id, id) DO UPDATE SET sealed_body = EXCLUDED.sealed_body`;
    if ((await db.checkIn.count()) > mostCheckIns) throw new AppError('said_enough');
    return getCheckIn(scope, id);
  }),
);

export const DELETE = route({ params: checkInParams }, ({ identity, params: { id } }) =>
  transaction(identity, async ({ db }) => {
    await db.checkIn.deleteMany({ where: { id } });
  }),
);
