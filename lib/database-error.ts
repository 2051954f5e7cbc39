import { AppError, isErrorCode } from '#lib/error';
import { describeError, log } from '#lib/log';

type Cause = {
  originalCode?: string;
  originalMessage?: string;
  code?: string;
  message?: string;
  kind?: string;
  constraint?: { index?: string; fields?: string[] };
};

/** The SQLSTATE, message and constraint behind a Prisma error, as the driver adapter gives them. */
export function readDatabaseError(error: unknown): {
  state?: string;
  message?: string;
  kind?: string;
  constraint?: string;
} {
  const known = error as { meta?: { driverAdapterError?: { cause?: Cause } }; cause?: Cause } | null;
  const cause = known?.meta?.driverAdapterError?.cause ?? known?.cause;
  return {
    state: cause?.originalCode ?? cause?.code,
    message: cause?.originalMessage ?? cause?.message,
    kind: cause?.kind,
    constraint: cause?.constraint?.index ?? cause?.constraint?.fields?.join(','),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * Deadlocks and failed serializations: the same work, done again, succeeds. So does a row that refers to what is gone:
 * two were linked, or one left, since the work began, and done again it finds itself where they are now. And so does what
 * looks for a row that must be there, such as a person's key, and finds that it has gone with them.
 */
export function isWorthRepeating(error: unknown): boolean {
  const { state = '' } = readDatabaseError(error);
  return ['40001', '40P01', '23503'].includes(state) || ['P2034', 'P2025'].includes(codeOf(error));
}

// What `pg` says, in words alone, when it has no connection or no answer.
const awayWords = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Query read timeout',
  'Client has encountered a connection error and is not queryable',
  'Cannot use a pool after calling end on the pool',
]);
// How the driver adapter names it, where there is no SQLSTATE.
const awayKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'AuthenticationFailed',
]);
const awayCodes = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

function isAway(error: unknown): boolean {
  const { state = '', message, kind = '' } = readDatabaseError(error);
  if (/^(08|57P|53)/.test(state) || state === '57014' || awayKinds.has(kind)) return true;
  return (
    awayCodes.has(codeOf(error)) ||
    awayCodes.has(state) ||
    [message, (error as Error)?.message].some((words) => awayWords.has(words ?? ''))
  );
}

/**
 * What a database error means for the person who asked: one of ours raised in SQL (`NR409`, `NR404`, whose message is
 * an error code), a second row with one id, a database that is away; or nothing they could know of, and then itself.
 */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { state, message } = readDatabaseError(error);
  if (state === '23505') return new AppError('conflict', { cause: error });
  if ((state === 'NR409' || state === 'NR404') && isErrorCode(message)) return new AppError(message, { cause: error });
  if (state === 'NR404') return new AppError('not_found', { cause: error });
  if (state === '42501') {
    // A policy refused: right for somebody who reaches too far, and a mistake of ours otherwise. It must not stay unseen.
    log.warn({ error: describeError(error) }, 'a policy refused');
    return new AppError('not_found', { cause: error });
  }
  return isAway(error) ? new AppError('unavailable', { retryAfter: 5, cause: error }) : error;
}
