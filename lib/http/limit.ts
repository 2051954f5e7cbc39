import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { systemPool } from '#lib/db';
import { env } from '#lib/env';
import { AppError } from '#lib/error';

/**
 * The address a request came from, as limits count it: the last word of the header that lib/http/headers.ts writes.
 * Of an IPv6 address the network (/64), since whoever has one address of it has them all.
 */
export function addressOf(request: { headers: Headers }): string {
  const address = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
  return isIPv6(address) ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [withoutScope = ''] = address.split('%');
  const short = new URL(`http://[${withoutScope}]`).hostname.slice(1, -1);
  // An IPv4 address in the clothes of IPv6.
  if (short.startsWith('::ffff:')) return short;
  const [before = [], after = []] = short.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw new AppError('unavailable', { cause: reason });
    throw new AppError('too_many', { retryAfter: Math.ceil(reason.msBeforeNext / 1000) });
  }
}

// Against a runaway client, not against a person: in memory, since a restart may forget it.
const requests = {
  member: new RateLimiterMemory({ keyPrefix: 'member', points: 6_000, duration: 60 }),
  stranger: new RateLimiterMemory({ keyPrefix: 'stranger', points: 600, duration: 60 }),
};

/**
 * Slows a client that asks without end. Somebody signed in is counted by where they ask from, too: the token may be
 * that of a session that has ended, and must not spend what its owner has elsewhere.
 */
export function limitRequests(address: string, userId?: string): Promise<void> {
  return userId ? consume(requests.member, `${userId} ${address}`) : consume(requests.stranger, address);
}

/** Attempts at something secret: how many, within how many seconds. Kept in Postgres, across restarts and processes. */
const attempts = {
  // At the password of an email address: by whoever tries, by all together, and by browsers that the account knows.
  signIn: { points: 10, duration: 15 * 60 },
  signInAt: { points: 100, duration: 15 * 60 },
  signInKnown: { points: 10, duration: 15 * 60 },
  signInFrom: { points: 100, duration: 15 * 60 },
  signUpFrom: { points: 60, duration: 60 * 60 },
  // Mails to an email address: by whoever has them sent, and by all together.
  mail: { points: 5, duration: 60 * 60 },
  mailAt: { points: 20, duration: 60 * 60 },
  mailFrom: { points: 30, duration: 60 * 60 },
  mailBy: { points: 5, duration: 60 * 60 },
  inviteFrom: { points: 30, duration: 15 * 60 },
  password: { points: 10, duration: 15 * 60 },
} as const;

type Attempt = keyof typeof attempts;

const shared = globalThis as { nearerLimiters?: Partial<Record<Attempt, RateLimiterPostgres>> };

function limiterOf(attempt: Attempt): RateLimiterPostgres {
  shared.nearerLimiters ??= {};
  shared.nearerLimiters[attempt] ??= new RateLimiterPostgres({
    ...attempts[attempt],
    keyPrefix: attempt,
    storeClient: systemPool(),
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
  return shared.nearerLimiters[attempt];
}

/** What an attempt is about, as only this installation can compute it. */
export function keyOf(...about: string[]): string {
  return createHmac('sha256', env.AUTH_SECRET).update(about.join('\0')).digest('base64url');
}

/** Counts an attempt by an account or from an address, and refuses it when there were too many. */
export function limitAttempts(attempt: Attempt, ...about: string[]): Promise<void> {
  return consume(limiterOf(attempt), keyOf(...about));
}

/** Counts an attempt, and says whether there were not too many: for what is then left undone without a word. */
export async function isWithinAttempts(attempt: Attempt, ...about: string[]): Promise<boolean> {
  try {
    await limitAttempts(attempt, ...about);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return false;
    throw error;
  }
}

/** Takes back the one attempt that succeeded. What was counted before it stays, so a success leaves no trace and wipes none. */
export async function uncountAttempt(attempt: Attempt, ...about: string[]): Promise<void> {
  await limiterOf(attempt).reward(keyOf(...about), 1);
}
