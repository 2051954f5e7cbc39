import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '#lib/env';

/** What opens something by being known: 32 random bytes. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * A hash under a key of this installation, one for each use: a dump of the database opens nothing by it, and gives nothing to
 * guess against.
 */
export function hashSecret(use: string, text: string): Uint8Array<ArrayBuffer> {
  const key = Buffer.from(hkdfSync('sha256', env.AUTH_SECRET, '', `nearer ${use}`, 32));
  return new Uint8Array(createHmac('sha256', key).update(text).digest());
}
