import { randomInt, timingSafeEqual } from 'node:crypto';
import { codeLength, codeLetters, normalizeCode } from '#lib/invites/schema';
import { hashSecret } from '#lib/secret';

// What opens an invite is known to the two people alone. We keep hashes under a key of this installation,
// so that a dump of the database opens none and gives nothing to guess codes against.
const hash = (use: string, text: string) => hashSecret(`invite ${use}`, text);

/** Eight letters to read aloud or type: 31^8, about 850 thousand million. */
export function makeCode(): string {
  return Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('');
}

export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return hash('token', token);
}

export function hashCode(typed: string): Uint8Array<ArrayBuffer> {
  return hash('code', normalizeCode(typed));
}

const ticketLength = 64;

/** What stands in the address after a code was typed: the invite's id, signed, so that the code itself is in no address. */
export function makeTicket(inviteId: string): string {
  const id = Buffer.from(inviteId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, hash('ticket', inviteId)]).toString('base64url');
}

function readTicket(ticket: string): string | null {
  const bytes = Buffer.from(ticket, 'base64url');
  const hex = bytes.subarray(0, 16).toString('hex');
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return bytes.length === 48 && timingSafeEqual(bytes.subarray(16), hash('ticket', id)) ? id : null;
}

/** What stands for the one who has accepted, on the inviter's page: a yes is to this person, and tells no id of theirs. */
export function makeAccepterId(invite: { id: string; accepterId: string }): string {
  return Buffer.from(hash('accepter', `${invite.id} ${invite.accepterId}`)).toString('base64url');
}

/** Which row a link's secret names, whether it came from the link itself or from a code. Null where it can name none. */
export function findKey(token: string): { id: string } | { tokenHash: Uint8Array<ArrayBuffer> } | null {
  if (token.length !== ticketLength) return { tokenHash: hashToken(token) };
  const id = readTicket(token);
  return id ? { id } : null;
}
