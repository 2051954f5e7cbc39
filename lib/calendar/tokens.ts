import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '#lib/env';

/** The secret of a feed's address: 32 random bytes. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Under a key of this installation, so that a dump of the database opens no feed. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  const key = Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', 'nearer calendar', 32));
  return new Uint8Array(createHmac('sha256', key).update(token).digest());
}
