import { AppError } from '#lib/error';
import { cutSockets, publish, refreshUser } from '#lib/events/publish';
import { route } from '#lib/http/route';
import { confirmBody, inviteParams } from '#lib/invites/schema';
import { makeAccepterId } from '#lib/invites/tokens';
import { asSystem, type Db, transaction } from '#lib/transaction';

type Linked = { couple_id: string; accepter_id: string; seq: number };

/**
 * Yes, this is who I meant: the two become one couple. Asked twice, or by both crosswise, it is done once. Refused with
 * `accepter_changed` when another has accepted since the page was drawn.
 */
export const POST = route({ params: inviteParams, body: confirmBody }, async ({ identity, params, body }) => {
  const { userId } = await transaction(identity, async ({ member }) => member);
  try {
    const { linked, others } = await asSystem((db) => link(db, params.id, userId, body.accepterId));
    publish({
      coupleId: linked.couple_id,
      seq: linked.seq,
      name: 'member.joined',
      actorId: linked.accepter_id,
      subjectId: linked.accepter_id,
    });
    for (const other of [userId, linked.accepter_id, ...others]) refreshUser(other);
    // Their sockets stand in the rooms of the couple they have left.
    cutSockets({ userId: linked.accepter_id });
  } catch (error) {
    if (!(error instanceof AppError) || error.status === 404 || error.status >= 500) throw error;
    if (!(await asSystem((db) => areLinked(db, params.id, userId, body.accepterId)))) throw error;
  }
  return transaction(identity, async ({ member }) => ({ partner: member.partner && { name: member.partner.name } }));
});

async function link(
  db: Db,
  inviteId: string,
  userId: string,
  meant: string,
): Promise<{ linked: Linked; others: string[] }> {
  const invite = await db.invite.findUnique({ where: { id: inviteId } });
  const people = [userId, ...(invite?.accepterId ? [invite.accepterId] : [])];
  // Whoever else waited for one of the two, or was waited for: their pages change too.
  const around = await db.invite.findMany({
    where: {
      revokedAt: null,
      confirmedAt: null,
      id: { not: inviteId },
      OR: [{ accepterId: { in: people } }, { inviterId: { in: people }, accepterId: { not: null } }],
    },
  });
  // Compared again in there, where nobody can take it back meanwhile.
  const accepterId = invite && findMeant(invite, meant);
  const [linked] = await db.$queryRaw<Linked[]>`
    SELECT couple_id, accepter_id, seq FROM app.link_couple(${inviteId}::uuid, ${userId}::uuid, ${accepterId}::uuid)`;
  if (!linked) throw new AppError('not_found');
  const others = around.flatMap(({ inviterId, accepterId }) => [inviterId, ...(accepterId ? [accepterId] : [])]);
  return { linked, others: others.filter((id) => !people.includes(id)) };
}

/** The one who has accepted, if it is the one who is meant. */
function findMeant({ id, accepterId }: { id: string; accepterId: string | null }, meant: string): string | null {
  return accepterId && makeAccepterId({ id, accepterId }) === meant ? accepterId : null;
}

/** Whether an invite's two, of whom the other is the one who is meant, are in one couple already. */
async function areLinked(db: Db, inviteId: string, userId: string, meant: string): Promise<boolean> {
  const invite = await db.invite.findUnique({ where: { id: inviteId, inviterId: userId } });
  const accepterId = invite && findMeant(invite, meant);
  if (!accepterId) return false;
  const members = await db.member.findMany({ where: { userId: { in: [userId, accepterId] } } });
  return members.length === 2 && members[0]?.coupleId === members[1]?.coupleId;
}
