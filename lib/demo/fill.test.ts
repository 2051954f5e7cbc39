import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import content from '#content/demo/year.json' with { type: 'json' };
import { hashPassword } from '#lib/auth/password';
import { createSession, endSession } from '#lib/auth/sessions';
import { StartError } from '#lib/boot/start-error';
import { moveClock, movedNow } from '#lib/clock';
import { demoEmails, demoPassword } from '#lib/demo/couple';
import { fillDemo } from '#lib/demo/fill';
import { type Entry, type Who, year } from '#lib/demo/schema';
import { env } from '#lib/env';
import { findQuestion } from '#lib/prompts/library';
import { getPrompt, getTodaysPrompt, listRevealed, listWaiting } from '#lib/prompts/queries';
import { listQuery } from '#lib/prompts/schema';
import { asSystem, type Scope, transaction } from '#lib/transaction';

const entries = year.parse(content);
const revealed = entries.filter(({ mika, noor }) => mika && noor);
const sentences = entries.flatMap((entry) => [
  ...[entry.mika, entry.noor].flatMap((answer) => answer?.text ?? []),
  ...('own' in entry ? [entry.own.words] : []),
  ...(entry.after ?? []).flatMap((act) => ('response' in act ? act.text : [])),
]);
const depthOf = (entry: Entry) => ('own' in entry ? entry.own.depth : findQuestion(entry.question)?.depth);

const owner = new pg.Client(env.DATABASE_URL);
const api = join(import.meta.dirname, '..', '..', 'app', 'api');
let said = '';

beforeAll(async () => {
  await owner.connect();
  said = await fillDemo(api);
}, 120_000);
afterEach(() => moveClock());
afterAll(() => owner.end());

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from "${table}" where ${where}`);
  return rows[0].n;
}

/** Reads as one of the two, who signs in with what was said. */
async function see<T>(who: Who, work: (scope: Scope) => Promise<T>): Promise<T> {
  const email = demoEmails[who];
  const passwordHash = await hashPassword(email, demoPassword);
  const identity = await asSystem(async (db) => {
    const { userId } = await db.account.findFirstOrThrow({ where: { email, passwordHash } });
    return createSession(db, userId, 'test');
  });
  try {
    return await transaction(identity, work);
  } finally {
    await endSession(identity);
  }
}

describe('the year', () => {
  test('is long, with weeks that are fuller and weeks that are empty', () => {
    expect(revealed.length).toBeGreaterThan(110);
    const weeks = Array.from({ length: 52 }, (_, week) => revealed.filter(({ day }) => Math.floor(-day / 7) === week));
    expect(weeks.some((week) => week.length === 0)).toBe(true);
    expect(weeks.some((week) => week.length > 3)).toBe(true);
    expect(Math.max(...revealed.map(({ day }) => day))).toBe(-1);
  });

  test('keeps to the rules of the daily choice', () => {
    const days = entries.filter((entry) => !entry.asked);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    const asked = days.map((entry) => ('question' in entry ? entry.question : ''));
    expect(new Set(asked).size).toBe(asked.length);
    for (const [index, entry] of days.entries()) {
      const before = revealed.filter(({ day }) => day < entry.day).length;
      if (depthOf(entry) !== 'light') expect(before, String(entry.day)).toBeGreaterThanOrEqual(7);
      if (depthOf(entry) !== 'deep') continue;
      expect(before, String(entry.day)).toBeGreaterThanOrEqual(21);
      const previous = days[index - 1];
      expect(previous && depthOf(previous) === 'deep' && previous.day >= entry.day - 1, String(entry.day)).toBe(false);
    }
  });

  test('names no month, season or feast, since it may be played on any day', () => {
    const dated =
      /\b(January|February|March|April|June|July|August|September|October|November|December|spring|summer|autumn|winter|Christmas|Easter|Ramadan|snow)\b/i;
    expect(sentences.filter((text) => dated.test(text))).toEqual([]);
  });
});

describe('the filled database', () => {
  test('holds two linked people and what they said', async () => {
    const acts = entries.flatMap(({ after = [] }) => after);
    expect(await count('account', 'email_verified_at is not null and welcomed_at is not null')).toBe(2);
    expect(await count('couple')).toBe(1);
    expect(await count('prompt')).toBe(entries.length);
    expect(await count('prompt', 'revealed_at is not null')).toBe(revealed.length);
    expect(await count('answer', 'sealed_body is not null')).toBe(revealed.length * 2);
    expect(await count('answer', 'withdrawn_at is not null')).toBe(2);
    expect(await count('response')).toBe(acts.filter((act) => 'response' in act).length);
    expect(await count('reaction')).toBe(acts.filter((act) => 'reaction' in act).length);
    expect(await count('prompt_words')).toBe(3);
    expect(await count('session')).toBe(0);
    expect(await count('invite', 'confirmed_at is not null')).toBe(1);
  });

  test('has nothing in the future, and the year spread over its days', async () => {
    expect(movedNow()).toBeNull();
    for (const [table, column] of [
      ['prompt', 'created_at'],
      ['prompt', 'revealed_at'],
      ['answer', 'created_at'],
      ['response', 'created_at'],
      ['event', 'created_at'],
      ['member', 'joined_at'],
    ] as const)
      expect(await count(table, `${column} > now()`), `${table}.${column}`).toBe(0);
    expect(await count('prompt', `revealed_at < now() - interval '360 days'`)).toBeGreaterThan(3);
  });

  test.each(['mika', 'noor'] as const)('shows %s the whole year, its own words and the other’s', async (who) => {
    const other = who === 'mika' ? 'noor' : 'mika';
    const seen = await see(who, async (scope) => {
      const views = [];
      let before: string | undefined;
      do {
        const page = await listRevealed(scope, listQuery.parse({ before }).before);
        for (const { id } of page.prompts) views.push(await getPrompt(scope, id));
        before = page.next ?? undefined;
      } while (before);
      return views;
    });
    expect(seen).toHaveLength(revealed.length);
    const withdrawn = revealed.flatMap(({ after = [] }) => after.filter((act) => 'withdraws' in act));
    expect(withdrawn.map(({ by }) => by).sort()).toEqual(['mika', 'noor']);
    for (const [side, by] of [
      ['mine', who],
      ['theirs', other],
    ] as const) {
      const kept = revealed.filter(({ after = [] }) => !after.some((act) => 'withdraws' in act && act.by === by));
      expect(seen.flatMap((view) => view[side]?.text ?? []).sort()).toEqual(
        kept.flatMap((entry) => entry[by]?.text ?? []).sort(),
      );
    }
    expect(seen.filter(({ earlierId }) => earlierId)).toHaveLength(1);
    expect(seen.some(({ state }) => state === 'kept')).toBe(true);
  });

  test('keeps sealed what one of them has not opened', async () => {
    const today = await see('mika', getTodaysPrompt);
    expect(today).toMatchObject({ state: 'sealed', theirs: null, mine: null, depth: 'deep' });
    expect(await see('noor', getTodaysPrompt)).toMatchObject({ state: 'waiting' });

    const states = async (who: Who) => (await see(who, (scope) => listWaiting(scope))).map(({ state }) => state).sort();
    expect(await states('mika')).toEqual(['closed', 'waiting']);
    expect(await states('noor')).toEqual(['closed', 'sealed']);
  });

  test('numbers its events without gaps', async () => {
    const { rows } = await owner.query('select seq from event order by seq');
    const [first] = rows;
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => first.seq + index));
    expect(rows.length).toBeGreaterThan(revealed.length * 2);
    expect(await see('mika', ({ member }) => Promise.resolve(member.eventSeq))).toBe(rows.at(-1)?.seq);
  });

  test('shows no sentence in plain text in any table', async () => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    let dump = '';
    for (const { name } of tables) {
      const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`);
      dump += rows.map(({ line }) => line).join('\n');
    }
    // Bytes stand there as hex digits.
    const hex = (text: string) => Buffer.from(text).toString('hex');
    const { rows } = await owner.query<{ hash: Buffer }>('select password_hash as hash from account');
    for (const { hash } of rows) expect(dump).toContain(hash.toString('hex'));
    expect(dump).toContain(demoEmails.mika);
    // Whatever is longer than a word or two: those stand in any text.
    const written = sentences.filter((text) => text.length > 12);
    expect(written.length).toBeGreaterThan(300);
    for (const text of written) {
      expect(dump).not.toContain(text.slice(0, 24));
      expect(dump).not.toContain(hex(text.slice(0, 24)));
    }
  });

  test('says how to sign in', () => {
    expect(said).toContain(demoEmails.mika);
    expect(said).toContain(demoEmails.noor);
    expect(said).toContain(demoPassword);
  });

  test('is not filled a second time', async () => {
    const before = await count('prompt');
    await expect(fillDemo(api)).rejects.toThrow(StartError);
    await expect(fillDemo(api)).rejects.toThrow('empty database');
    expect(await count('prompt')).toBe(before);
  });
});
