import type { Identity } from '#lib/auth/identity';
import { Cache } from '#lib/cache';
import { movedNow } from '#lib/clock';
import { database } from '#lib/db';
import { AppError, isErrorCode } from '#lib/error';
import type { EventName, RecordedEvent } from '#lib/events/catalogue';
import { publish } from '#lib/events/publish';
import type { Prisma } from '#lib/generated/prisma/client';

export type Db = Prisma.TransactionClient;

/** Who acts, as the database found it at the start of the transaction. */
export type Member = {
  userId: string;
  name: string;
  locale: string;
  timeZone: string;
  welcomedAt: Date | null;
  coupleId: string;
  coupleTimeZone: string;
  circumstances: string[];
  /** The couple's last event when this transaction began. */
  eventSeq: number;
  partner: { id: string; name: string } | null;
  /** The data keys that seal what is written now (lib/vault.ts). */
  coupleKey: string;
  userKey: string;
};

/** What a piece of work in a transaction gets: its database, who it is for, and where to say what happened. */
export type Scope = {
  db: Db;
  member: Member;
  /** Records an event of the couple; published after the commit. Call it last: it locks the couple's counter. */
  record(name: EventName, subjectId: string | null): Promise<void>;
};

type EnterRow = {
  user_id: string;
  name: string;
  locale: string;
  time_zone: string;
  welcomed_at: Date | null;
  user_key: string;
  couple_id: string;
  couple_time_zone: string;
  circumstances: string[];
  event_seq: number;
  couple_key: string;
  partner_id: string | null;
  partner_name: string | null;
};

async function enter(db: Db, identity: Identity): Promise<Member> {
  const [row] = await db.$queryRaw<
    EnterRow[]
  >`SELECT * FROM app.enter(${identity.sessionId}::uuid, ${movedNow()}::timestamptz)`;
  if (!row) throw new AppError('unauthenticated');
  return {
    userId: row.user_id,
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
    welcomedAt: row.welcomed_at,
    coupleId: row.couple_id,
    coupleTimeZone: row.couple_time_zone,
    circumstances: row.circumstances,
    eventSeq: row.event_seq,
    partner: row.partner_id && row.partner_name ? { id: row.partner_id, name: row.partner_name } : null,
    coupleKey: row.couple_key,
    userKey: row.user_key,
  };
}

/**
 * Does a piece of work as the signed-in member: policies show it what that member may see.
 * Events are published after the commit. Retried when the database asks for it.
 * @throws AppError `unauthenticated` when the session has ended, `unavailable` when Postgres is away
 */
export async function transaction<T>(identity: Identity, work: (scope: Scope) => Promise<T>): Promise<T> {
  return retry(async () => {
    const recorded: RecordedEvent[] = [];
    const result = await database('app').$transaction(async (db) => {
      recorded.length = 0;
      const member = await enter(db, identity);
      return work({
        db,
        member,
        async record(name, subjectId) {
          const [row] = await db.$queryRaw<
            [{ seq: number }]
          >`SELECT app.record_event(${member.coupleId}::uuid, ${name}, ${member.userId}::uuid, ${subjectId}::uuid) AS seq`;
          recorded.push({ coupleId: member.coupleId, seq: row.seq, name, actorId: member.userId, subjectId });
        },
      });
    });
    for (const event of recorded) publish(event);
    return result;
  });
}

// Who a session was when it last entered, for writes that are one statement: a hint, which the statement checks.
const known = new Cache<Member>(60_000, 10_000);

/** Who acts, as of at most a minute ago. Only for a statement that checks it, such as `app.give_answer`. */
export async function findKnownMember(identity: Identity, { anew = false } = {}): Promise<Member> {
  const held = anew ? undefined : known.find(identity.sessionId);
  return held ?? known.keep(identity.sessionId, await transaction(identity, async ({ member }) => member));
}

/** Runs a statement that enters the member's scope by itself, as a transaction of its own. */
export function callAsMember<T>(statement: (db: Pick<Db, '$queryRaw'>) => Promise<T>): Promise<T> {
  return retry(() => statement(database('app')));
}

/**
 * The one door for the few acts before membership (signing up, accepting an invite, jobs).
 * It sees people, couples and invites, and nothing that anybody wrote. The linter names who may use it.
 */
export async function asSystem<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return retry(() =>
    database('system').$transaction(async (db) => {
      const at = movedNow();
      if (at) await db.$queryRaw`SELECT set_config('app.now', ${at.toISOString()}, true)`;
      return work(db);
    }),
  );
}

async function retry<T>(attempt: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const { state, message } = databaseError(error);
    if (tries > 1 && (state === '40001' || state === '40P01' || codeOf(error) === 'P2034'))
      return retry(attempt, tries - 1);
    if (state === '23505') throw new AppError('conflict', { cause: error });
    if ((state === 'NR409' || state === 'NR404') && isErrorCode(message)) throw new AppError(message, { cause: error });
    if (state === 'NR404' || state === '42501') throw new AppError('not_found', { cause: error });
    if (isAway(error, state)) throw new AppError('unavailable', { retryAfter: 5, cause: error });
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The SQLSTATE, message and constraint behind a Prisma error, as the driver adapter gives them. */
export function databaseError(error: unknown): { state?: string; message?: string; constraint?: string } {
  type Cause = {
    originalCode?: string;
    originalMessage?: string;
    code?: string;
    message?: string;
    constraint?: { index?: string; fields?: string[] };
  };
  const known = error as { meta?: { driverAdapterError?: { cause?: Cause } }; cause?: Cause };
  const cause = known?.meta?.driverAdapterError?.cause ?? known?.cause;
  return {
    state: cause?.originalCode ?? cause?.code,
    message: cause?.originalMessage ?? cause?.message,
    constraint: cause?.constraint?.index ?? cause?.constraint?.fields?.join(','),
  };
}

function isAway(error: unknown, state: string | undefined): boolean {
  if (state && (/^(08|57P|53)/.test(state) || state === '57014')) return true;
  const code = codeOf(error);
  if (
    code &&
    ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'].includes(code)
  )
    return true;
  const text = error instanceof Error ? error.message : '';
  return /timeout|terminated|ECONN|closed the connection|not queryable|Can't reach/i.test(text);
}
