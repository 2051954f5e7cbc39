import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import type { Identity } from '#lib/auth/identity';
import { Cache } from '#lib/cache';
import { env } from '#lib/env';
import { type Db, type Member, type Scope, transaction } from '#lib/transaction';

// A sealed value: format (1 byte) · data key id (16) · nonce (12) · ciphertext · tag (16).
const format = 1;
const headerLength = 17;
const nonceLength = 12;
const tagLength = 16;

/** Where a sealed value stands. It is the associated data, so that no ciphertext can be moved to another row or column. */
export type Place = { table: string; column: string; id: string };

type Sealed = Uint8Array<ArrayBuffer>;

// Unwrapped data keys. One that was deleted is gone from here within minutes.
const keys = new Cache<Buffer>(5 * 60_000, 10_000);

function encrypt(key: Buffer, plain: Uint8Array, associated: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Uint8Array, associated: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength))
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(sealed.length - tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength)), decipher.final()]);
}

/** The master keys of `VAULT_KEYS` by version, the newest first. */
function masterKeys(): Map<number, Buffer> {
  return new Map(env.VAULT_KEYS.map(({ version, key }) => [version, key]));
}

/** Wraps a data key with the newest master key. */
function wrap(id: string, key: Buffer): { masterVersion: number; wrapped: Sealed } {
  const [newest] = masterKeys();
  if (!newest) throw new Error('VAULT_KEYS is empty');
  const [masterVersion, master] = newest;
  return { masterVersion, wrapped: new Uint8Array(encrypt(master, key, `vault_key.wrapped:${id}`)) };
}

type WrappedKey = { id: string; masterVersion: number; wrapped: Uint8Array };

function unwrap(row: WrappedKey): Buffer {
  const master = masterKeys().get(row.masterVersion);
  if (!master) throw new Error(`VAULT_KEYS lacks the master key of version ${row.masterVersion}`);
  return decrypt(master, row.wrapped, `vault_key.wrapped:${row.id}`);
}

/** Makes a data key for a couple or for one person. */
export async function createVaultKey(db: Db, owner: { coupleId: string } | { userId: string }): Promise<void> {
  const id = randomUUID();
  await db.vaultKey.create({ data: { id, ...owner, ...wrap(id, randomBytes(32)) } });
}

/**
 * Wraps up to `limit` data keys anew that an older master key wrapped. One that cannot be opened is passed over.
 * @param after the id to go on after, in order of ids
 * @returns the last id looked at, or null at the end; and how many could not be opened
 */
export async function rewrapVaultKeys(
  db: Db,
  limit: number,
  after: string,
): Promise<{ last: string | null; unopened: number }> {
  const [newest] = masterKeys().keys();
  const rows = await db.vaultKey.findMany({
    where: { masterVersion: { not: newest }, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: limit,
  });
  let unopened = 0;
  for (const row of rows) {
    if (canUnwrap(row)) await db.vaultKey.update({ where: { id: row.id }, data: wrap(row.id, unwrap(row)) });
    else unopened++;
  }
  return { last: rows.at(-1)?.id ?? null, unopened };
}

/** Whether the master keys at hand open a wrapped data key. */
export function canUnwrap(row: WrappedKey): boolean {
  try {
    return unwrap(row).length === 32;
  } catch {
    return false;
  }
}

async function loadKey(db: Db, id: string): Promise<Buffer> {
  return keys.find(id) ?? keys.keep(id, unwrap(await db.vaultKey.findUniqueOrThrow({ where: { id } })));
}

const placeName = ({ table, column, id }: Place) => `${table}.${column}:${id}`;

function idToBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function bytesToId(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function sealWith(id: string, key: Buffer, place: Place, text: string): Sealed {
  return new Uint8Array(
    Buffer.concat([Buffer.from([format]), idToBytes(id), encrypt(key, Buffer.from(text), placeName(place))]),
  );
}

/** Seals a text under the couple's key, or under the person's own for what is theirs alone. */
export async function seal(
  scope: Pick<Scope, 'db' | 'member'>,
  owner: 'couple' | 'user',
  place: Place,
  text: string,
): Promise<Sealed> {
  const id = owner === 'couple' ? scope.member.coupleKey : scope.member.userKey;
  return sealWith(id, await loadKey(scope.db, id), place, text);
}

/** Seals under the couple's key without a transaction, as long as the key is at hand. */
export async function sealForCouple(identity: Identity, member: Member, place: Place, text: string): Promise<Sealed> {
  const id = member.coupleKey;
  return sealWith(id, keys.find(id) ?? (await transaction(identity, ({ db }) => loadKey(db, id))), place, text);
}

/** Opens what `seal` sealed at the same place. */
export async function unseal(scope: Pick<Scope, 'db'>, place: Place, sealed: Uint8Array): Promise<string> {
  if (sealed[0] !== format) throw new Error(`Unknown vault format ${sealed[0]}`);
  const key = await loadKey(scope.db, bytesToId(sealed.subarray(1, headerLength)));
  return decrypt(key, sealed.subarray(headerLength), placeName(place)).toString('utf8');
}
