import { addDays, dayIn, instantOf, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { daysAhead } from '#lib/sharings/kinds';
import { getSharing } from '#lib/sharings/queries';
import { type SharingBody, sharingBody, sharingParams } from '#lib/sharings/schema';
import { placeOf } from '#lib/sharings/view';
import { type Member, transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** How many of one person wait to go. */
const mostWaiting = 20;

export const GET = route({ params: sharingParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getSharing(scope, params.id)),
);

/**
 * Gives shaped words to be delivered, in ten minutes or at their time: the database sees to both, and until then nobody else
 * finds them. They go under the couple's key now, since the job that delivers them runs without their author.
 */
export const PUT = route({ params: sharingParams, body: sharingBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    if (await db.sharing.count({ where: { id, authorId: member.userId } })) return getSharing(scope, id);
    const deliverAt = readTime(member, body);
    if ((await db.sharing.count({ where: { deliveredAt: null } })) >= mostWaiting) throw new AppError('said_enough');
    const sealedWords = await seal(scope, 'couple', placeOf(id), JSON.stringify(body.words));
    await db.$executeRaw`
      INSERT INTO sharing (id, couple_id, author_id, how, sealed_words, deliver_at)
      VALUES (${id}::uuid, ${member.coupleId}::uuid, ${member.userId}::uuid, ${body.how}::sharing_how, ${sealedWords}, ${deliverAt})
      ON CONFLICT (id) DO NOTHING`;
    return getSharing(scope, id);
  }),
);

/** Takes it back, as long as it has not gone: without a trace. */
export const DELETE = route({ params: sharingParams }, ({ identity, params: { id } }) =>
  transaction(identity, async ({ db, member }) => {
    const { count } = await db.sharing.deleteMany({ where: { id, authorId: member.userId, deliveredAt: null } });
    if (count === 0 && (await db.sharing.count({ where: { id } }))) throw new AppError('sharing_delivered');
  }),
);

function readTime({ timeZone }: Member, { at }: SharingBody): Date {
  if (!at) return now();
  const time = instantOf(timeZone, at.day, at.time);
  if (time <= now() || at.day > addDays(dayIn(timeZone), daysAhead))
    throw new AppError('invalid', { fields: { at: 'invalid' } });
  return time;
}
