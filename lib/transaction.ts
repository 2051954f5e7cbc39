import type { Identity } from '#lib/auth/identity';
import { Cache } from '#lib/cache';
import { movedNow } from '#lib/clock';
import { isWorthRepeating, translateDatabaseError } from '#lib/database-error';
import { database } from '#lib/db';
import { AppError } from '#lib/error';
import { anonymousEvents, type EventName, type RecordedEvent } from '#lib/events/catalogue';
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
  return toMember(row);
}

function toMember(row: EnterRow): Member {
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
          const actorId = anonymousEvents.has(name) ? null : member.userId;
          const [row] = await db.$queryRaw<
            [{ seq: number | null }]
          >`SELECT app.record_event(${member.coupleId}::uuid, ${name}, ${actorId}::uuid, ${subjectId}::uuid) AS seq`;
          const { seq } = row;
          // Of what the partner cannot see nothing is told.
          if (seq !== null) recorded.push({ coupleId: member.coupleId, seq, name, actorId, subjectId });
        },
      });
    });
    for (const event of recorded) publish(event);
    return result;
  });
}

/**
 * Reads as the one whose calendar feed has an address; nothing can be written.
 * @throws AppError `not_found` where no feed has it
 */
export async function readAsCalendar<T>(
  tokenHash: Uint8Array<ArrayBuffer>,
  work: (scope: Omit<Scope, 'record'>) => Promise<T>,
): Promise<T> {
  return retry(() =>
    database('app').$transaction(async (db) => {
      const [row] = await db.$queryRaw<
        EnterRow[]
      >`SELECT * FROM app.enter_calendar(${tokenHash}, ${movedNow()}::timestamptz)`;
      if (!row) throw new AppError('not_found');
      return work({ db, member: toMember(row) });
    }),
  );
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
 * It sees people, couples and invites, and nothing that anybody wrote. lib/privacy/doors.test.ts names who may use it.
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
    if (tries > 1 && isWorthRepeating(error)) return retry(attempt, tries - 1);
    throw translateDatabaseError(error);
  }
}
