import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUT as giveAnswer } from '#app/api/prompts/[id]/answer/route';
import { PUT as keepDraft } from '#app/api/prompts/[id]/draft/route';
import { PUT as postpone } from '#app/api/prompts/[id]/postponement/route';
import { PUT as react } from '#app/api/prompts/[id]/reactions/[kind]/route';
import { PUT as saveReadiness } from '#app/api/prompts/[id]/readiness/route';
import { PUT as respond } from '#app/api/prompts/[id]/responses/[responseId]/route';
import { PUT as ask } from '#app/api/prompts/[id]/route';
import { PUT as mute } from '#app/api/topics/[topic]/mute/route';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { createCouple, createPerson, type Person } from '#lib/testing/people';

// What stands in each table after one author has done everything once, and how many of those rows
// each other sees. The partner of the author sees what is the couple's; the former partner and the
// stranger see nothing; somebody signed out has no scope, and so sees nothing either.
const expected: Record<string, { author: number; partner: number }> = {
  user: { author: 2, partner: 2 },
  account: { author: 1, partner: 0 },
  session: { author: 1, partner: 0 },
  couple: { author: 1, partner: 1 },
  member: { author: 2, partner: 2 },
  vault_key: { author: 2, partner: 1 },
  invite: { author: 1, partner: 0 },
  // What the author revealed with the former partner is no later partner's to see.
  prompt: { author: 5, partner: 4 },
  // The words of a closed deep question of one's own are its author's alone.
  prompt_words: { author: 4, partner: 2 },
  // Two revealed with each partner, one sealed.
  answer: { author: 5, partner: 2 },
  response: { author: 2, partner: 1 },
  reaction: { author: 2, partner: 1 },
  draft: { author: 1, partner: 0 },
  postponement: { author: 1, partner: 0 },
  readiness: { author: 1, partner: 0 },
  muted_topic: { author: 1, partner: 0 },
  event: { author: 14, partner: 14 },
};

type Who = 'author' | 'partner' | 'former' | 'stranger' | 'signedOut';

const owner = new pg.Client(env.DATABASE_URL);
const app = new pg.Client(env.APP_DATABASE_URL);
const people = {} as Record<Exclude<Who, 'signedOut'>, Person>;
const theirs: Record<string, string[]> = {};

beforeAll(async () => {
  await Promise.all([owner.connect(), app.connect()]);
  // Once these two were a couple, and revealed one prompt to each other.
  const [author, former] = await createCouple({}, { name: 'Former' });
  const before = randomUUID();
  const own = (words: string, depth: string) => ({ words, topic: 'joy', depth });
  await done(author, ask, 'PUT', { params: { id: before }, body: own('Before?', 'light') });
  await done(author, giveAnswer, 'PUT', { params: { id: before }, body: { id: randomUUID(), text: 'Six' } });
  await done(former, giveAnswer, 'PUT', { params: { id: before }, body: { id: randomUUID(), text: 'Seven' } });
  await done(former, respond, 'PUT', {
    params: { id: before, responseId: randomUUID() },
    body: { intent: 'cared', text: 'Eight' },
  });
  await done(former, react, 'PUT', { params: { id: before, kind: 'more' } });
  // Then one left, and another came.
  const formerCouple = randomUUID();
  await owner.query(`INSERT INTO couple (id, time_zone) VALUES ($1, 'UTC')`, [formerCouple]);
  await owner.query(
    `INSERT INTO vault_key SELECT gen_random_uuid(), $1, NULL, master_version, wrapped FROM vault_key WHERE couple_id = $2`,
    [formerCouple, author.coupleId],
  );
  await owner.query('UPDATE member SET couple_id = $2, slot = 1 WHERE user_id = $1', [former.userId, formerCouple]);
  const partner = await createPerson({ name: 'Noor' }, author);
  Object.assign(people, { author, partner, former, stranger: await createPerson({ name: 'Somebody' }) });

  const [revealed, sealed, closed, open] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await done(author, ask, 'PUT', { params: { id: revealed }, body: own('Revealed?', 'light') });
  await done(author, ask, 'PUT', { params: { id: sealed }, body: own('Sealed?', 'light') });
  await done(author, ask, 'PUT', { params: { id: closed }, body: own('Closed?', 'deep') });
  await done(author, ask, 'PUT', {
    params: { id: open },
    body: { contentId: (await import('#lib/prompts/library')).questions[0]?.id },
  });
  await done(author, giveAnswer, 'PUT', { params: { id: revealed }, body: { id: randomUUID(), text: 'One' } });
  await done(partner, giveAnswer, 'PUT', { params: { id: revealed }, body: { id: randomUUID(), text: 'Two' } });
  await done(author, giveAnswer, 'PUT', { params: { id: sealed }, body: { id: randomUUID(), text: 'Three' } });
  await done(author, respond, 'PUT', {
    params: { id: revealed, responseId: randomUUID() },
    body: { intent: 'cared', text: 'Four' },
  });
  await done(author, react, 'PUT', { params: { id: revealed, kind: 'felt' } });
  await done(author, keepDraft, 'PUT', { params: { id: open }, body: { text: 'Five' } });
  await done(author, postpone, 'PUT', { params: { id: open } });
  await done(author, saveReadiness, 'PUT', { params: { id: closed }, body: { ready: false } });
  await done(author, mute, 'PUT', { params: { topic: 'work' } });
  await owner.query(
    `INSERT INTO invite (id, couple_id, inviter_id, token_hash, code_hash, expires_at) VALUES (gen_random_uuid(), $1, $2, sha256($3), sha256($4), now() + '7 days')`,
    [author.coupleId, author.userId, Buffer.from(randomUUID()), Buffer.from(randomUUID())],
  );

  for (const table of Object.keys(expected)) {
    const { rows } = await owner.query(`SELECT ctid::text AS row FROM public."${table}" t WHERE ${filterOf(table)}`, [
      author.coupleId,
      author.userId,
      partner.userId,
    ]);
    theirs[table] = rows.map(({ row }) => row);
  }
});
afterAll(() => Promise.all([owner.end(), app.end()]));

/** Does what must succeed for the rest to mean anything. */
async function done(...args: Parameters<typeof call>): Promise<void> {
  const { status, body } = await call(...args);
  expect(status, JSON.stringify(body)).toBeLessThan(300);
}

/** The rows of the author's and their couple's in a table; $1 couple, $2 author, $3 partner. */
function filterOf(table: string): string {
  const all = '($1::uuid, $2::uuid, $3::uuid) IS NOT NULL AND';
  if (['user', 'couple'].includes(table)) return `${all} id IN ($1, $2, $3)`;
  if (['account', 'session'].includes(table)) return `${all} user_id = $2`;
  if (['draft', 'postponement', 'readiness', 'muted_topic'].includes(table)) return `${all} user_id = $2`;
  if (table === 'vault_key') return `${all} (couple_id = $1 OR user_id = $2)`;
  return `${all} couple_id = $1`;
}

async function inScope<T>(who: Who, work: () => Promise<T>): Promise<T> {
  await app.query('BEGIN');
  try {
    if (who !== 'signedOut') await app.query('SELECT * FROM app.enter($1)', [people[who].sessionId]);
    return await work();
  } finally {
    await app.query('ROLLBACK');
  }
}

async function attempt(sql: string, values: unknown[] = []): Promise<number> {
  await app.query('SAVEPOINT attempt');
  try {
    const { rowCount } = await app.query(sql, values);
    return rowCount ?? 0;
  } catch (error) {
    await app.query('ROLLBACK TO attempt');
    // Refused is as good as nothing done; anything else is a mistake in this test.
    if (['42501', 'NR409', 'NR404', '23502'].includes((error as { code: string }).code)) return 0;
    throw error;
  }
}

describe.each(Object.entries(expected))('%s', (table, sees) => {
  test.each<[Who, number]>([
    ['author', sees.author],
    ['partner', sees.partner],
    ['former', 0],
    ['stranger', 0],
    ['signedOut', 0],
  ])('%s sees %d', async (who, count) => {
    expect(theirs[table]?.length).toBeGreaterThan(0);
    const { rows } = await inScope(who, () =>
      app.query(`SELECT 1 FROM "${table}" WHERE ctid::text = ANY($1)`, [theirs[table]]),
    );
    expect(rows).toHaveLength(count);
  });

  test.each<Who>(['partner', 'former', 'stranger', 'signedOut'])(
    '%s changes only what is theirs, and deletes nothing',
    async (who) => {
      const { rows: columns } = await owner.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND has_column_privilege('nearer_app', attrelid, attnum, 'UPDATE')`,
        [`public."${table}"`],
      );
      await inScope(who, async () => {
        for (const { name } of columns)
          expect(await attempt(`UPDATE "${table}" SET "${name}" = "${name}"`), name).toBe(countOwn(table, who));
        expect(await attempt(`DELETE FROM "${table}" WHERE ctid::text = ANY($1)`, [theirs[table]])).toBe(0);
      });
    },
  );
});

/** Rows that a change without a condition touches: one's own, and for the partner what both may change. */
function countOwn(table: string, who: Who): number {
  if (who === 'signedOut') return 0;
  if (who === 'partner' && table === 'prompt') return 4;
  if (who === 'partner' && table === 'answer') return 1;
  return ['user', 'account', 'couple'].includes(table) ? 1 : 0;
}

describe('a partner', () => {
  test('cannot read or change a sealed answer, nor open it by hand', async () => {
    await inScope('partner', async () => {
      const { rows } = await app.query(`SELECT id FROM prompt WHERE answered_by_id = $1 AND revealed_at IS NULL`, [
        people.author.userId,
      ]);
      expect(rows).toHaveLength(1);
      expect((await app.query('SELECT 1 FROM answer WHERE prompt_id = $1', [rows[0].id])).rows).toEqual([]);
      expect(await attempt('UPDATE answer SET sealed_body = sealed_body WHERE prompt_id = $1', [rows[0].id])).toBe(0);
      expect(await attempt('DELETE FROM answer WHERE prompt_id = $1', [rows[0].id])).toBe(0);
      for (const column of ['revealed_at', 'opened_at', 'answered_by_id']) {
        await expect(attemptStrictly(`UPDATE prompt SET ${column} = NULL`)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });

  test('cannot change what was revealed, only withdraw it', async () => {
    await inScope('partner', async () => {
      await expect(attemptStrictly(`UPDATE answer SET sealed_body = 'x'`)).rejects.toMatchObject({ code: 'NR409' });
      expect(await attempt('UPDATE answer SET sealed_body = NULL, withdrawn_at = now()')).toBe(1);
    });
  });

  test('cannot answer in the author’s name', async () => {
    await inScope('partner', async () => {
      const { rows } = await app.query(
        `SELECT id FROM prompt WHERE opened_at IS NOT NULL AND answered_by_id IS NULL AND revealed_at IS NULL LIMIT 1`,
      );
      await expect(
        attemptStrictly(
          `INSERT INTO answer (id, prompt_id, couple_id, author_id, sealed_body) VALUES (gen_random_uuid(), $1, $2, $3, 'x')`,
          [rows[0].id, people.author.coupleId, people.author.userId],
        ),
      ).rejects.toMatchObject({ code: '42501' });
    });
  });

  test('cannot say ready, mute, draft or put off for the author', async () => {
    await inScope('partner', async () => {
      const { rows } = await app.query('SELECT id FROM prompt LIMIT 1');
      const [prompt, user] = [rows[0].id, people.author.userId];
      for (const [sql, values] of [
        [`INSERT INTO readiness VALUES ($1, $2, true)`, [user, prompt]],
        [`INSERT INTO muted_topic VALUES ($1, 'home')`, [user]],
        [`INSERT INTO draft VALUES (gen_random_uuid(), $1, $2, 'x', now())`, [user, prompt]],
        [`INSERT INTO postponement VALUES ($1, $2, now())`, [user, prompt]],
      ] as const) {
        await expect(attemptStrictly(sql, [...values]), sql).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});

describe('an event', () => {
  const write = (couple: string, actor: string) =>
    `INSERT INTO event (couple_id, seq, name, actor_id) VALUES ('${couple}', 9999, 'answer.given', '${actor}')`;
  const record = (couple: string, actor: string | null) =>
    `SELECT app.record_event('${couple}', 'answer.given', ${actor ? `'${actor}'` : 'NULL'}, NULL)`;
  test.each<[string, (ids: typeof people) => string]>([
    ['a row in the other’s name', ({ author }) => write(author.coupleId, author.userId)],
    ['a row in one’s own name', ({ partner }) => write(partner.coupleId, partner.userId)],
    ['the counter', ({ partner }) => `UPDATE couple SET event_seq = 0 WHERE id = '${partner.coupleId}'`],
    ['the function, as the other', ({ author }) => record(author.coupleId, author.userId)],
    ['the function, as nobody', ({ author }) => record(author.coupleId, null)],
    ['the function, to another couple', ({ partner, stranger }) => record(stranger.coupleId, partner.userId)],
  ])('cannot be forged by %s', async (_, forge) => {
    await inScope('partner', () => expect(attemptStrictly(forge(people))).rejects.toMatchObject({ code: '42501' }));
    await inScope('signedOut', () => expect(attemptStrictly(forge(people))).rejects.toMatchObject({ code: '42501' }));
  });

  test('is recorded for one’s own couple in one’s own name', async () => {
    const { coupleId, userId } = people.partner;
    await inScope('partner', async () => expect(await attempt(record(coupleId, userId))).toBe(1));
  });
});

async function attemptStrictly(sql: string, values: unknown[] = []): Promise<void> {
  await app.query('SAVEPOINT strict');
  try {
    await app.query(sql, values);
  } catch (error) {
    await app.query('ROLLBACK TO strict');
    throw error;
  }
}

test('a couple never has a third member, and nobody is in two', async () => {
  const { coupleId, userId } = people.author;
  const stranger = people.stranger.userId;
  for (const slot of [1, 2, 3]) {
    await expect(
      owner.query('INSERT INTO member (user_id, couple_id, slot) VALUES ($1, $2, $3)', [randomUUID(), coupleId, slot]),
    ).rejects.toThrow();
    await expect(
      owner.query('UPDATE member SET couple_id = $2, slot = $3 WHERE user_id = $1', [stranger, coupleId, slot]),
    ).rejects.toThrow();
  }
  await expect(
    owner.query('INSERT INTO member (user_id, couple_id, slot) VALUES ($1, $2, 2)', [userId, people.stranger.coupleId]),
  ).rejects.toThrow();
});

test('a scope ends with its transaction', async () => {
  await inScope('author', async () => {
    expect((await app.query('SELECT 1 FROM prompt')).rows.length).toBeGreaterThan(0);
  });
  expect((await app.query('SELECT 1 FROM prompt')).rows).toEqual([]);
});
