import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { publish, refreshUser } from '#lib/events/publish';
import { addressOf, limitAttempts } from '#lib/http/limit';
import { route } from '#lib/http/route';
import { findInvite, type InviteKey, isLinked, lockCouples, withdrawAcceptances } from '#lib/invites/queries';
import { refusalOf } from '#lib/invites/rules';
import { acceptBody } from '#lib/invites/schema';
import { findKey, hashCode } from '#lib/invites/tokens';
import { asSystem, type Db, transaction } from '#lib/transaction';

/** Accepts an invite by its link or its code. Nothing is linked or shown until the inviter has said yes. */
export const POST = route({ body: acceptBody }, async ({ request, identity, body }) => {
  if ('code' in body) await limitAttempts('inviteFrom', addressOf(request));
  const key = 'code' in body ? { codeHash: hashCode(body.code) } : findKey(body.token);
  if (!key) throw new AppError('not_found');
  const { userId } = await transaction(identity, async ({ member }) => member);
  const { invite, left, seq } = await asSystem((db) => accept(db, key, userId));
  if (seq !== null) {
    // Who it was is not in the event: the inviter's page asks for the name, and gets no more than that.
    publish({ coupleId: invite.coupleId, seq, name: 'invite.accepted', actorId: null, subjectId: invite.id });
    for (const other of [userId, ...left]) refreshUser(other);
  }
  return { inviter: { name: invite.inviter.name } };
});

async function accept(db: Db, key: InviteKey, userId: string) {
  const { row } = await findInvite(db, key, null);
  await lockCouples(db, row ? [userId, row.inviterId] : [userId]);
  const visitor = { userId, isLinked: await isLinked(db, userId) };
  const { row: invite, judged } = await findInvite(db, key, visitor);
  const refusal = refusalOf(judged);
  if (refusal || !invite) throw new AppError(refusal ?? 'not_found');
  if (judged !== 'open') return { invite, left: [], seq: null };
  if (await isLinked(db, invite.inviterId)) throw new AppError('invite_revoked');

  // One statement decides who wins, whatever was read before.
  const { count } = await db.invite.updateMany({
    where: { id: invite.id, accepterId: null, revokedAt: null, confirmedAt: null, expiresAt: { gt: now() } },
    data: { accepterId: userId, acceptedAt: now() },
  });
  if (count === 0) throw new AppError('invite_taken');
  const left = await withdrawAcceptances(db, userId, invite.id);
  const [event] = await db.$queryRaw<[{ seq: number }]>`
    SELECT app.record_event(${invite.coupleId}::uuid, 'invite.accepted', NULL, ${invite.id}::uuid) AS seq`;
  return { invite, left, seq: event.seq };
}
