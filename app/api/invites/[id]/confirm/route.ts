import { AppError } from '#lib/error';
import { cutSockets, publish, refreshUser } from '#lib/events/publish';
import { route } from '#lib/http/route';
import { inviteParams } from '#lib/invites/schema';
import { asSystem, type Db, transaction } from '#lib/transaction';

type Linked = { couple_id: string; accepter_id: string; seq: number };

/** Yes, this is who I meant: the two become one couple. Asked twice, or by both crosswise, it is done once. */
export const POST = route({ params: inviteParams }, async ({ identity, params }) => {
  const { userId } = await transaction(identity, async ({ member }) => member);
  try {
    const { linked, others } = await asSystem((db) => link(db, params.id, userId));
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
    if (!(await asSystem((db) => areLinked(db, params.id, userId)))) throw error;
  }
  return transaction(identity, async ({ member }) => ({ partner: member.partner && { name: member.partner.name } }));
});

async function link(db: Db, inviteId: string, userId: string): Promise<{ linked: Linked; others: string[] }> {
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
  const [linked] = await db.$queryRaw<Linked[]>`
    SELECT couple_id, accepter_id, seq FROM app.link_couple(${inviteId}::uuid, ${userId}::uuid)`;
  if (!linked) throw new AppError('not_found');
  const others = around.flatMap(({ inviterId, accepterId }) => [inviterId, ...(accepterId ? [accepterId] : [])]);
  return { linked, others: others.filter((id) => !people.includes(id)) };
}

/** Whether an invite's two are in one couple already. */
async function areLinked(db: Db, inviteId: string, userId: string): Promise<boolean> {
  const invite = await db.invite.findUnique({ where: { id: inviteId, inviterId: userId } });
  if (!invite?.accepterId) return false;
  const members = await db.member.findMany({ where: { userId: { in: [userId, invite.accepterId] } } });
  return members.length === 2 && members[0]?.coupleId === members[1]?.coupleId;
}
