import { addDays, dayIn, instantOf, now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { daysAhead, lines } from '#lib/sharings/kinds';
import { getSharing } from '#lib/sharings/queries';
import { type SharingBody, sharingBody, sharingParams } from '#lib/sharings/schema';
import { placeOf, type SharingView } from '#lib/sharings/view';
import { type Member, transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/** How many of one person wait to go. */
const mostWaiting = 20;

export const GET = route({ params: sharingParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getSharing(scope, params.id)),
);

/**
 * Gives shaped words to be delivered, in ten minutes or at their time: the database sees to both, and until then nobody else
 * finds them. They go under the couple's key now, since the job that delivers them runs without their author. The id is the
 * client's: the same twice is once, and other words take the place of those that have not gone.
 */
export const PUT = route({ params: sharingParams, body: sharingBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    const deliverAt = readTime(member, body);
    if (await db.sharing.count({ where: { id, authorId: member.userId } })) {
      const sent = await getSharing(scope, id);
      if (isSame(sent, body, deliverAt)) return sent;
      // Sent before, and said better since: the words of before do not go.
      const { count } = await db.sharing.deleteMany({ where: { id, authorId: member.userId, deliveredAt: null } });
      if (count === 0) throw new AppError('sharing_delivered', { present: await getSharing(scope, id) });
    }
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

const tenMinutes = 10 * 60_000;

/** Whether it was sent so. A time that comes too soon has been put off by the database. */
function isSame(sent: SharingView, { words, how, at }: SharingBody, deliverAt: Date): boolean {
  const isSaid = sent.how === how && lines.every((line) => (sent.words?.[line] ?? null) === (words[line] ?? null));
  if (!isSaid || !sent.deliverAt) return isSaid;
  const waitsUntil = new Date(sent.deliverAt).getTime();
  return waitsUntil === deliverAt.getTime() || (!at && waitsUntil <= now().getTime() + tenMinutes);
}

function readTime({ timeZone }: Member, { at }: SharingBody): Date {
  if (!at) return now();
  const time = instantOf(timeZone, at.day, at.time);
  if (time <= now() || at.day > addDays(dayIn(timeZone), daysAhead))
    throw new AppError('invalid', { fields: { at: 'invalid' } });
  return time;
}
