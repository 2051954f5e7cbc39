import { createHash } from 'node:crypto';
import { type Algorithm, hashRaw } from '@node-rs/argon2';
import { normalizeEmail } from '#lib/auth/email';
import { asSystem } from '#lib/transaction';

const shared = globalThis as { nearerLoginSalt?: Promise<Uint8Array> };

// OWASP's second choice for argon2id: 19 MiB, two passes, one lane.
const cost = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
  outputLen: 32,
};

async function readLoginSalt(): Promise<Uint8Array> {
  shared.nearerLoginSalt ??= asSystem((db) => db.installation.findFirstOrThrow()).then((row) => row.loginSalt);
  try {
    return await shared.nearerLoginSalt;
  } catch (error) {
    shared.nearerLoginSalt = undefined;
    throw error;
  }
}

/**
 * Hashes a password for an address. The salt comes from the address and this installation, so the
 * same pair gives the same hash: signing in is one hash and one look-up of (address, hash), and takes
 * as long for an unknown address as for a known one.
 */
export async function hashPassword(email: string, password: string): Promise<Uint8Array<ArrayBuffer>> {
  const salt = createHash('sha256')
    .update(await readLoginSalt())
    .update(normalizeEmail(email))
    .digest();
  return new Uint8Array(await hashRaw(password.normalize('NFKC'), { ...cost, salt }));
}
