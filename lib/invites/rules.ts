import type { ErrorCode } from '#lib/error';

/** How long an invite can be accepted, in days. */
export const inviteDays = 7;

type Facts = {
  inviterId: string;
  accepterId: string | null;
  expiresAt: Date;
  revokedAt: Date | null;
  confirmedAt: Date | null;
};

/** open · accepted (waits for the inviter's yes) · used · revoked (taken back, declined, or replaced by a newer one) · expired. */
export type InviteState = 'open' | 'accepted' | 'used' | 'revoked' | 'expired';

/** Where an invite stands. Once accepted it no longer expires: it waits for the inviter. */
export function stateOf(invite: Facts, at: Date): InviteState {
  if (invite.confirmedAt) return 'used';
  if (invite.revokedAt) return 'revoked';
  if (invite.accepterId) return 'accepted';
  return invite.expiresAt > at ? 'open' : 'expired';
}

/**
 * What an invite is to somebody who opens it: open, or unknown · own · waiting (I have accepted it) · joined (and it was
 * confirmed) · taken (somebody else has accepted it) · used · revoked · expired · linked (I am in a couple of two already).
 */
export type InviteFor =
  | 'open'
  | 'unknown'
  | 'own'
  | 'waiting'
  | 'joined'
  | 'taken'
  | 'used'
  | 'revoked'
  | 'expired'
  | 'linked';

/** Judges an invite for a visitor, or for somebody signed out. */
export function judgeInvite(
  invite: Facts | null,
  visitor: { userId: string; isLinked: boolean } | null,
  at: Date,
): InviteFor {
  if (!invite) return 'unknown';
  const state = stateOf(invite, at);
  if (visitor && invite.inviterId === visitor.userId) return 'own';
  const isMine = visitor !== null && invite.accepterId === visitor.userId;
  if (state === 'accepted') return isMine ? 'waiting' : 'taken';
  if (state === 'used' && isMine) return 'joined';
  if (state !== 'open') return state;
  return visitor?.isLinked ? 'linked' : 'open';
}

/** How the API refuses to accept an invite that is not open; null where accepting it changes nothing or works. */
export function refusalOf(judged: InviteFor): ErrorCode | null {
  const refusals: Record<InviteFor, ErrorCode | null> = {
    open: null,
    waiting: null,
    joined: null,
    unknown: 'not_found',
    own: 'invite_own',
    taken: 'invite_taken',
    used: 'invite_used',
    revoked: 'invite_revoked',
    expired: 'invite_expired',
    linked: 'already_linked',
  };
  return refusals[judged];
}
