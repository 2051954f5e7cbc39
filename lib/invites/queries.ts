import type { Identity } from '#lib/auth/identity';
import { now } from '#lib/clock';
import { type InviteFor, judgeInvite } from '#lib/invites/rules';
import { findKey } from '#lib/invites/tokens';
import { type InviteView, viewInvite, type WaitingView } from '#lib/invites/view';
import { asSystem, type Db, transaction } from '#lib/transaction';

/** Which row: by its id, the hash of its token, or the hash of its code. */
export type InviteKey = { id: string } | { tokenHash: Uint8Array<ArrayBuffer> } | { codeHash: Uint8Array<ArrayBuffer> };

/**
 * Locks the couples that an act on an invite is about, in one order. Whoever changes an invite does it first,
 * so that no two acts wait for each other, and nobody is linked in between.
 */
export async function lockCouples(db: Db, userIds: readonly string[]): Promise<void> {
  await db.$queryRaw`
    SELECT 1 FROM couple WHERE id IN (SELECT couple_id FROM member WHERE user_id = ANY (${userIds}::uuid[]))
     ORDER BY id FOR NO KEY UPDATE`;
}

export async function isLinked(db: Db, userId: string): Promise<boolean> {
  const own = await db.member.findUnique({ where: { userId }, select: { coupleId: true } });
  return own !== null && (await db.member.count({ where: { coupleId: own.coupleId } })) > 1;
}

/** Finds an invite and what it is to a visitor. */
export async function findInvite(db: Db, key: InviteKey, visitor: { userId: string; isLinked: boolean } | null) {
  const row = await db.invite.findUnique({ where: key, include: { inviter: { select: { name: true } } } });
  return { row, judged: judgeInvite(row, visitor, now()) };
}

/** What the page of an invite's link shows. The inviter is named while the invite is open, and to those it is about. */
export async function readInvite(
  token: string,
  visitor: { userId: string; isLinked: boolean } | null,
): Promise<{ judged: InviteFor; inviterName: string | null; expiresAt: Date | null }> {
  const key = findKey(token);
  if (!key) return { judged: 'unknown', inviterName: null, expiresAt: null };
  const { row, judged } = await asSystem((db) => findInvite(db, key, visitor));
  const isNamed = judged === 'open' || judged === 'linked' || judged === 'waiting' || judged === 'joined';
  return {
    judged,
    inviterName: isNamed ? (row?.inviter.name ?? null) : null,
    expiresAt: judged === 'open' ? (row?.expiresAt ?? null) : null,
  };
}

/** My newest invite while it is of any use, and the one I have accepted and that waits for its maker. */
export type OwnInvites = { mine: InviteView | null; waiting: WaitingView | null };

/** @throws AppError `unauthenticated` when the session has ended */
export async function findOwnInvites(identity: Identity): Promise<OwnInvites> {
  const member = await transaction(identity, async (scope) => scope.member);
  if (member.partner) return { mine: null, waiting: null };
  // The names of people of another couple are behind the policies until the two are linked.
  return asSystem(async (db) => {
    const mine = await db.invite.findFirst({
      where: { inviterId: member.userId, coupleId: member.coupleId, revokedAt: null, confirmedAt: null },
      include: { accepter: { select: { name: true } } },
      orderBy: { createdAt: 'desc' },
    });
    const waiting = await db.invite.findFirst({
      where: { accepterId: member.userId, revokedAt: null, confirmedAt: null },
      include: { inviter: { select: { name: true } } },
      orderBy: { acceptedAt: 'desc' },
    });
    return {
      mine: mine && viewInvite(mine, now()),
      waiting: waiting && {
        inviter: { name: waiting.inviter.name },
        at: (waiting.acceptedAt ?? waiting.createdAt).toISOString(),
      },
    };
  });
}

/** Takes back whatever this person has accepted, so that those invites are open again. @returns whose they were */
export async function withdrawAcceptances(db: Db, userId: string, exceptId?: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ inviter_id: string }[]>`
    UPDATE invite SET accepter_id = NULL, accepted_at = NULL
     WHERE accepter_id = ${userId}::uuid AND id IS DISTINCT FROM ${exceptId ?? null}::uuid
       AND revoked_at IS NULL AND confirmed_at IS NULL
    RETURNING inviter_id`;
  return rows.map((row) => row.inviter_id);
}
