import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { refreshUser } from '#lib/events/publish';
import { route } from '#lib/http/route';
import { findOwnInvites, lockCouples } from '#lib/invites/queries';
import { inviteDays } from '#lib/invites/rules';
import { inviteBody } from '#lib/invites/schema';
import { hashCode, hashToken, makeCode } from '#lib/invites/tokens';
import { viewInvite, viewSecret } from '#lib/invites/view';
import { makeToken } from '#lib/secret';
import { asSystem, transaction } from '#lib/transaction';

/** My invite that is out, and the one I have accepted. */
export const GET = route({}, ({ identity }) => findOwnInvites(identity));

/**
 * Makes an invite and shows, this once, how to pass it on. The older ones are revoked, so that there is one at a time.
 * The same id again gives the same invite with a new link: the first answer may never have arrived.
 */
export const POST = route({ body: inviteBody }, async ({ identity, body }) => {
  const { userId, coupleId } = await transaction(identity, async ({ member }) => member);
  const token = makeToken();
  const code = makeCode();
  const secrets = { tokenHash: hashToken(token), codeHash: hashCode(code) };
  const { row, declined } = await asSystem(async (db) => {
    await lockCouples(db, [userId]);
    const members = await db.member.findMany({ where: { coupleId }, select: { userId: true } });
    if (members.length !== 1 || members[0]?.userId !== userId) throw new AppError('already_linked');
    const others = { inviterId: userId, id: { not: body.id }, revokedAt: null, confirmedAt: null };
    const declined = await db.invite.findMany({
      where: { ...others, accepterId: { not: null } },
      select: { accepterId: true },
    });
    await db.invite.updateMany({ where: others, data: { revokedAt: now() } });
    const known = await db.invite.findUnique({ where: { id: body.id } });
    if (known && known.inviterId !== userId) throw new AppError('not_found');
    if (known && (known.revokedAt || known.accepterId)) throw new AppError('conflict');
    const expiresAt = new Date(now().getTime() + inviteDays * 86_400_000);
    const row = known
      ? await db.invite.update({ where: { id: body.id }, data: secrets, include: { accepter: true } })
      : await db.invite.create({
          data: { id: body.id, coupleId, inviterId: userId, createdAt: now(), expiresAt, ...secrets },
          include: { accepter: true },
        });
    return { row, declined };
  });
  for (const { accepterId } of declined) if (accepterId) refreshUser(accepterId);
  return { invite: viewInvite(row, now()), ...viewSecret(token, code) };
});
