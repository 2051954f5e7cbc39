import { createHmac } from 'node:crypto';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { systemPool } from '#lib/db';
import { env } from '#lib/env';
import { AppError } from '#lib/error';

/** The address a request came from: the last word of the header that lib/http/headers.ts writes. */
export function addressOf(request: { headers: Headers }): string {
  return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
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

/** Slows a client that asks without end. */
export function limitRequests(who: { userId: string } | { address: string }): Promise<void> {
  return 'userId' in who ? consume(requests.member, who.userId) : consume(requests.stranger, who.address);
}

/** Attempts at something secret: how many, within how many seconds. Kept in Postgres, across restarts and processes. */
const attempts = {
  signIn: { points: 10, duration: 15 * 60 },
  signInFrom: { points: 100, duration: 15 * 60 },
  signUpFrom: { points: 60, duration: 60 * 60 },
  mail: { points: 5, duration: 60 * 60 },
  mailFrom: { points: 30, duration: 60 * 60 },
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
function keyOf(about: string): string {
  return createHmac('sha256', env.AUTH_SECRET).update(about).digest('base64url');
}

/** Counts an attempt by an account or from an address, and refuses it when there were too many. */
export function limitAttempts(attempt: Attempt, about: string): Promise<void> {
  return consume(limiterOf(attempt), keyOf(about));
}

/** Counts an attempt, and says whether there were not too many: for what is then left undone without a word. */
export async function isWithinAttempts(attempt: Attempt, about: string): Promise<boolean> {
  try {
    await limitAttempts(attempt, about);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many') return false;
    throw error;
  }
}

/** Forgets the attempts at something, once it succeeded. */
export async function forgetAttempts(attempt: Attempt, about: string): Promise<void> {
  await limiterOf(attempt).delete(keyOf(about));
}
