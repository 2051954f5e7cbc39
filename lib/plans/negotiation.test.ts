import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { as, createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import {
  agree,
  begin,
  counter,
  letGo,
  listNames,
  live,
  open,
  postpone,
  proposed,
  sealed,
  see,
  seeGroups,
  writeUnguarded,
} from '#lib/testing/plans';

const app = new pg.Client(env.APP_DATABASE_URL);
const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => Promise.all([app.connect(), owner.connect()]));
afterAll(() => Promise.all([app.end(), owner.end()]));

let one: Person;
let two: Person;
beforeEach(async () => {
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple();
});
afterEach(() => moveClock());

test('over three versions: proposed, countered, combined, agreed', async () => {
  const id = await proposed(one, { title: 'Swim at night', when: { day: '2026-11-28', time: '22:00' } });
  expect(await counter(two, id, 1, { title: 'A warm bath' })).toBe(200);
  expect(await see(one, id)).toMatchObject({ state: 'proposed', askedOf: 'me', title: 'A warm bath', when: null });
  expect(
    await counter(one, id, 2, { kind: 'combined', title: 'Swim, then a warm bath', when: { day: '2026-11-29' } }),
  ).toBe(200);
  expect(await see(two, id)).toMatchObject({
    state: 'proposed',
    askedOf: 'me',
    title: 'Swim, then a warm bath',
    versions: 3,
  });
  expect(await agree(two, id, 3)).toBe(200);
  for (const person of [one, two]) {
    const plan = await see(person, id);
    expect(plan).toMatchObject({
      state: 'planned',
      askedOf: null,
      agreedN: 3,
      title: 'Swim, then a warm bath',
      day: '2026-11-29',
    });
    expect(plan.trail.map(({ n, kind, content }) => [n, kind, content?.title])).toEqual([
      [1, 'proposed', 'Swim at night'],
      [2, 'countered', 'A warm bath'],
      [3, 'combined', 'Swim, then a warm bath'],
    ]);
    expect(plan.trail.map(({ by }) => by)).toEqual(
      person === one ? ['me', 'partner', 'me'] : ['partner', 'me', 'partner'],
    );
    expect(await seeGroups(person)).toMatchObject({ ahead: [id], forMe: [], forPartner: [] });
  }
  expect(await listNames(two)).toEqual(['plan.proposed', 'plan.countered', 'plan.countered', 'plan.agreed']);
});

describe('another version', () => {
  test('sent twice, also at once, stands once', async () => {
    const id = await proposed(one);
    const versionId = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => counter(two, id, 1, {}, versionId)));
    expect(sent).toEqual([200, 200, 200]);
    expect(await counter(two, id, 1, {}, versionId)).toBe(200);
    expect((await see(one, id)).versions).toBe(2);
    expect(await listNames(one, id)).toEqual(['plan.proposed', 'plan.countered']);
    expect(await counter(one, id, 2, {}, versionId)).toBe('conflict');
    expect(await counter(one, await proposed(two), 1, {}, versionId)).toBe('conflict');
  });

  test('by both at the same moment: one comes first, and the other is told that it has gone on', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await proposed(one);
      const both = await Promise.all([
        counter(one, id, 1, { title: 'One thinks again' }),
        counter(two, id, 1, { title: 'Two would rather' }),
      ]);
      expect([...both].sort()).toEqual([200, 'plan_changed']);
      const [late, words] = both[0] === 200 ? [two, 'Two would rather'] : [one, 'One thinks again'];
      expect((await see(one, id)).versions).toBe(2);
      // The page still has the words: they follow.
      expect(await counter(late, id, 2, { title: words })).toBe(200);
      expect((await see(one, id)).trail[2]?.content?.title).toBe(words);
    }
  });

  test('is also one’s own second thought, and asks the other', async () => {
    const id = await proposed(one);
    expect(await counter(one, id, 1)).toBe(200);
    expect(await see(two, id)).toMatchObject({ askedOf: 'me', versions: 2 });
    expect(await agree(two, id, 1)).toBe('plan_changed');
    expect(await agree(two, id, 2)).toBe(200);
  });

  test('after a yes asks again', async () => {
    const id = await proposed(one);
    await agree(two, id, 1);
    expect(await counter(two, id, 1, { title: 'Rather on Sunday' })).toBe(200);
    expect(await see(one, id)).toMatchObject({
      state: 'proposed',
      askedOf: 'me',
      agreedN: null,
      title: 'Rather on Sunday',
    });
    expect(await agree(one, id, 2)).toBe(200);
    expect(await see(two, id)).toMatchObject({ state: 'planned', agreedN: 2 });
  });

  test('replies to the last', async () => {
    const id = await proposed(one);
    await counter(two, id, 1);
    for (const after of [1, 3, 50]) expect(await counter(one, id, after)).toBe('plan_changed');
    for (const after of [0, 1.5, 1001]) expect(await counter(one, id, after)).toBe('invalid');
    expect(await counter(one, id, 2, { ideaId: 'no-such-idea' })).toBe('invalid');
    expect(await counter(one, id, 2, { kind: 'proposed' })).toBe('invalid');
  });

  test('there are at most five of one’s own in a row, until the other has said something', async () => {
    const id = await proposed(one);
    const last = randomUUID();
    for (const after of [1, 2, 3]) expect(await counter(one, id, after)).toBe(200);
    expect(await counter(one, id, 4, {}, last)).toBe(200);
    expect(await counter(one, id, 5)).toBe('planned_enough');
    // Sent again, the fifth still stands.
    expect(await counter(one, id, 4, {}, last)).toBe(200);
    expect((await see(two, id)).versions).toBe(5);
    expect(await listNames(two, id)).toHaveLength(5);
    expect(await counter(two, id, 5)).toBe(200);
    for (const after of [6, 7, 8, 9, 10]) expect(await counter(one, id, after)).toBe(200);
    expect(await counter(one, id, 11)).toBe('planned_enough');
    // A yes is not a version.
    expect(await agree(two, id, 11)).toBe(200);
    expect(await counter(one, id, 11)).toBe('planned_enough');
    expect(await counter(two, id, 11)).toBe(200);
  });

  test('there are at most fifty of', async () => {
    const id = await proposed(one);
    await writeUnguarded(
      owner,
      `INSERT INTO plan_version (id, plan_id, couple_id, author_id, n, kind)
       SELECT gen_random_uuid(), $1, $2, $3, n, 'countered' FROM generate_series(2, 49) n`,
      [id, one.coupleId, two.userId],
    );
    expect(await counter(two, id, 49)).toBe('planned_enough');
    expect(await counter(one, id, 49)).toBe(200);
    expect(await counter(two, id, 50)).toBe('planned_enough');
    expect(await agree(two, id, 50)).toBe(200);
  });

  test('not of a draft, a surprise, what was lived or let go', async () => {
    const [draft, surprise, revealed, gone, over] = [
      await begin(one),
      await sealed(one),
      await sealed(one),
      await proposed(one),
      await proposed(one),
    ];
    await open(one, revealed);
    await letGo(two, gone);
    await agree(two, over, 1);
    await live(two, over, '2026-11-22');
    expect(await counter(one, draft, 1)).toBe('plan_changed');
    expect(await counter(one, surprise, 1)).toBe('conflict');
    for (const person of [one, two]) {
      expect(await counter(person, revealed, 1)).toBe('conflict');
      expect(await counter(person, gone, 1)).toBe('plan_changed');
      expect(await counter(person, over, 1)).toBe('plan_changed');
    }
    const [stranger] = await createCouple();
    expect(await counter(stranger, over, 1)).toBe('not_found');
  });
});

describe('a yes', () => {
  test('twice is once', async () => {
    const id = await proposed(one);
    expect(await Promise.all([agree(two, id, 1), agree(two, id, 1)])).toEqual([200, 200]);
    expect(await listNames(one, id)).toEqual(['plan.proposed', 'plan.agreed']);
    await live(one, id, '2026-11-22');
    expect(await agree(two, id, 1)).toBe(200);
    expect((await see(one, id)).state).toBe('lived');
  });

  test('is not said to one’s own version', async () => {
    const id = await proposed(one);
    expect(await agree(one, id, 1)).toBe('plan_changed');
    expect(await Promise.all([agree(one, id, 1), agree(two, id, 1)])).toEqual(['plan_changed', 200]);
  });

  test('at the moment at which the other counters: the one or the other, never both', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await proposed(one);
      const [yes, changed] = await Promise.all([agree(two, id, 1), counter(one, id, 1)]);
      const plan = await see(one, id);
      // Said first, it was heard, and asked anew; said second, it is told that there is another version.
      expect([200, 'plan_changed']).toContain(yes);
      expect(changed).toBe(200);
      expect(plan).toMatchObject({ state: 'proposed', versions: 2, agreedN: null, askedOf: 'partner' });
      expect((await listNames(one, id)).includes('plan.agreed')).toBe(yes === 200);
    }
  });

  test('at the moment at which it is let go', async () => {
    for (let round = 0; round < 6; round++) {
      const id = await proposed(one);
      const [yes, gone] = await Promise.all([agree(two, id, 1), letGo(one, id)]);
      expect([200, 'plan_changed']).toContain(yes);
      expect(gone).toBe(200);
      expect((await see(two, id)).state).toBe('letgo');
    }
  });

  test('not to what is no proposal', async () => {
    const [draft, revealed] = [await begin(one), await sealed(one)];
    await open(one, revealed);
    expect(await agree(one, draft, 1)).toBe('plan_changed');
    expect(await agree(two, draft, 1)).toBe('not_found');
    expect(await agree(two, revealed, 1)).toBe('conflict');
  });
});

describe('not now', () => {
  test('waits until its day, and then asks again', async () => {
    const id = await proposed(one);
    expect(await Promise.all([postpone(two, id, 1, '2026-12-05'), postpone(two, id, 1, '2026-12-05')])).toEqual([
      200, 200,
    ]);
    expect(await listNames(one, id)).toEqual(['plan.proposed', 'plan.postponed']);
    for (const person of [one, two]) {
      expect(await see(person, id)).toMatchObject({ state: 'later', laterUntil: '2026-12-05' });
      expect(await seeGroups(person)).toMatchObject({ later: [id], forMe: [], forPartner: [] });
    }
    moveClock(new Date('2026-12-04T22:59:00Z'));
    expect((await see(two, id)).state).toBe('later');
    moveClock(new Date('2026-12-04T23:01:00Z'));
    expect(await see(two, id)).toMatchObject({ state: 'proposed', askedOf: 'me', laterUntil: null });
    expect(await seeGroups(two)).toMatchObject({ forMe: [id], later: [] });
    expect(await postpone(two, id, 1, '2027-01-05')).toBe(200);
    expect(await agree(two, id, 1)).toBe(200);
    expect(await see(one, id)).toMatchObject({ state: 'planned', laterUntil: null });
  });

  test('is said by the one asked, of the last version, until a day to come', async () => {
    const id = await proposed(one);
    expect(await postpone(one, id, 1, '2026-12-05')).toBe('plan_changed');
    expect(await postpone(two, id, 2, '2026-12-05')).toBe('plan_changed');
    for (const day of ['2026-11-23', '2026-11-01', 'soon']) expect(await postpone(two, id, 1, day)).toBe('invalid');
    await agree(two, id, 1);
    expect(await postpone(two, id, 1, '2026-12-05')).toBe('plan_changed');
    expect(await postpone(one, id, 1, '2026-12-05')).toBe('plan_changed');
  });

  test('is over with another version of the one who said it', async () => {
    const id = await proposed(one);
    await postpone(two, id, 1, '2026-12-05');
    expect(await counter(two, id, 1, { title: 'Rather this' })).toBe(200);
    expect(await see(one, id)).toMatchObject({
      state: 'proposed',
      laterUntil: null,
      askedOf: 'me',
      title: 'Rather this',
    });
    // Now it is the other's to think again: nobody said "not now" to this one.
    expect(await counter(one, id, 2)).toBe(200);
    expect(await see(two, id)).toMatchObject({ state: 'proposed', laterUntil: null, askedOf: 'me' });
  });

  test('stands until its day, whatever the other thinks of meanwhile', async () => {
    const id = await proposed(one);
    await postpone(two, id, 1, '2026-12-05');
    for (const after of [1, 2]) expect(await counter(one, id, after, { title: `Thought ${after}` })).toBe(200);
    for (const person of [one, two]) {
      expect(await see(person, id)).toMatchObject({ state: 'later', laterUntil: '2026-12-05', title: 'Thought 2' });
      expect(await seeGroups(person)).toMatchObject({ later: [id], forMe: [], forPartner: [] });
    }
    expect(await agree(two, id, 2)).toBe('plan_changed');
    moveClock(new Date('2026-12-04T22:59:00Z'));
    expect((await see(two, id)).state).toBe('later');
    moveClock(new Date('2026-12-04T23:01:00Z'));
    expect(await see(two, id)).toMatchObject({ state: 'proposed', askedOf: 'me', laterUntil: null });
    expect(await seeGroups(two)).toMatchObject({ forMe: [id], later: [] });
    // The day has come: from here on another version asks at once.
    expect(await counter(one, id, 3)).toBe(200);
    expect(await see(two, id)).toMatchObject({ state: 'proposed', askedOf: 'me' });
    expect(await agree(two, id, 4)).toBe(200);
    expect(await see(one, id)).toMatchObject({ state: 'planned', agreedN: 4, laterUntil: null });
  });

  test('once it was said, a yes is still welcome, also to what came meanwhile', async () => {
    const id = await proposed(one);
    await postpone(two, id, 1, '2026-12-05');
    await counter(one, id, 1);
    expect(await postpone(two, id, 2, '2026-12-06')).toBe(200);
    expect(await see(one, id)).toMatchObject({ state: 'later', laterUntil: '2026-12-06' });
    expect(await agree(two, id, 2)).toBe(200);
    expect(await see(one, id)).toMatchObject({ state: 'planned', agreedN: 2, laterUntil: null });
  });

  test('can be let go meanwhile', async () => {
    const id = await proposed(one);
    await postpone(two, id, 1, '2026-12-05');
    expect(await letGo(one, id)).toBe(200);
    expect(await see(two, id)).toMatchObject({ state: 'letgo', laterUntil: null });
  });
});

describe('the database itself', () => {
  /** Says something in SQL within somebody's scope. @returns rows changed, or the error's code */
  async function say(person: Person, sql: string, values: unknown[]): Promise<number | string> {
    await app.query('BEGIN');
    try {
      await app.query('SELECT * FROM app.enter($1)', [person.sessionId]);
      return (await app.query(sql, values)).rowCount ?? 0;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await app.query('ROLLBACK');
    }
  }
  const set = (assignments: string) => `UPDATE plan SET ${assignments} WHERE id = $1`;

  test('takes a yes from the one who is asked, to the last version', async () => {
    const id = await proposed(one);
    expect(await say(one, set(`state = 'planned', agreed_n = 1`), [id])).toBe('NR409');
    expect(await say(two, set(`state = 'planned', agreed_n = 2`), [id])).toBe('NR409');
    expect(await say(two, set(`state = 'planned'`), [id])).toBe('NR409');
    expect(await say(two, set(`state = 'planned', agreed_n = 1`), [id])).toBe(1);
    expect(await say(one, set(`state = 'later', later_until = '2027-01-01'`), [id])).toBe('NR409');
    expect(await say(two, set(`state = 'later', later_until = '2027-01-01'`), [id])).toBe(1);
    await postpone(two, id, 1, '2026-12-05');
    expect(await say(one, set(`later_until = '2026-11-24'`), [id])).toBe('NR409');
  });

  test('keeps what was agreed to', async () => {
    const id = await proposed(one);
    await counter(two, id, 1);
    await agree(one, id, 2);
    for (const person of [one, two]) {
      for (const change of [
        `agreed_n = 1`,
        `agreed_n = NULL`,
        `state = 'lived', lived_on = '2026-11-22', agreed_n = 1`,
        `state = 'letgo', agreed_n = 1`,
        `state = 'draft'`,
        `state = 'sealed'`,
        `state = 'proposed', agreed_n = NULL`,
        `reveal_at = now()`,
        `lived_on = '2026-11-22'`,
      ])
        expect(await say(person, set(change), [id]), change).toMatch(/^NR409|23514$/);
      for (const column of ['author_id', 'reader_ids', 'revealed_at', 'planned_at', 'couple_id', 'created_at', 'kind'])
        expect(await say(person, set(`${column} = ${column}`), [id]), column).toBe('42501');
      expect(await say(person, `UPDATE plan_version SET sealed_body = 'x' WHERE plan_id = $1`, [id])).toBe(0);
      expect(await say(person, `DELETE FROM plan WHERE id = $1`, [id])).toBe(0);
      expect(await say(person, `DELETE FROM plan_version WHERE plan_id = $1`, [id])).toBe('42501');
    }
    await letGo(one, id);
    for (const state of ['proposed', 'planned', 'lived', 'draft'])
      expect(await say(two, set(`state = '${state}'`), [id]), state).toBe('NR409');
  });

  test('takes a version in one’s own name, as the next, to what is open', async () => {
    const add = `INSERT INTO plan_version (id, plan_id, couple_id, author_id, n, kind) VALUES (gen_random_uuid(), $1, $2, $3, $4, 'countered')`;
    const id = await proposed(one);
    const { coupleId } = one;
    expect(await say(two, add, [id, coupleId, one.userId, 2])).toBe('NR404');
    expect(await say(two, add, [id, coupleId, two.userId, 3])).toBe('NR409');
    expect(await say(two, add, [id, coupleId, two.userId, 1])).toBe('NR409');
    expect(await say(two, add, [id, coupleId, two.userId, 2])).toBe(1);
    const secret = await sealed(one);
    for (const author of [one, two]) expect(await say(two, add, [secret, coupleId, author.userId, 2])).toBe('NR404');
    expect(await say(one, add, [secret, coupleId, one.userId, 2])).toBe('NR409');
    const [stranger] = await createCouple();
    expect(await say(stranger, add, [id, stranger.coupleId, stranger.userId, 2])).toBe('NR404');
  });

  test('proposes for two alone, and only what was written', async () => {
    const id = await begin(one);
    expect(await say(two, set(`state = 'proposed'`), [id])).toBe(0);
    for (const state of ['planned', 'lived', 'later', 'letgo', 'sealed'])
      expect(await say(one, set(`state = '${state}'`), [id]), state).toBe('NR409');
    await owner.query('DELETE FROM plan_version WHERE plan_id = $1', [id]);
    expect(await say(one, set(`state = 'proposed'`), [id])).toBe('NR409');
  });

  test('says itself when a version was written, and that only the first is the proposal', async () => {
    const id = await proposed(one);
    const add = (kind: string, n = 2) =>
      say(
        two,
        `INSERT INTO plan_version (id, plan_id, couple_id, author_id, n, kind, created_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, '${kind}', '2026-01-01')
         RETURNING 1 / (created_at = app.now()::timestamptz(3))::int`,
        [id, one.coupleId, two.userId, n],
      );
    expect(await add('proposed')).toBe('NR409');
    for (const kind of ['countered', 'combined']) expect(await add(kind)).toBe(1);
    const bare = randomUUID();
    await owner.query(`INSERT INTO plan (id, couple_id, kind, author_id) VALUES ($1, $2, 'together', $3)`, [
      bare,
      one.coupleId,
      one.userId,
    ]);
    const first = `INSERT INTO plan_version (id, plan_id, couple_id, author_id, n, kind) VALUES (gen_random_uuid(), $1, $2, $3, 1, `;
    for (const kind of ['countered', 'combined'])
      expect(await say(one, `${first}'${kind}')`, [bare, one.coupleId, one.userId])).toBe('NR409');
    expect(await say(one, `${first}'proposed')`, [bare, one.coupleId, one.userId])).toBe(1);
  });

  test('goes on with what is shared between those who share it alone', async () => {
    const lived = await proposed(one);
    await agree(two, lived, 1);
    await live(one, lived, '2026-11-22');
    const back = set(`state = 'planned', lived_on = NULL`);
    expect(await say(one, back, [lived])).toBe(1);
    await leave(two);
    expect(await say(one, back, [lived])).toBe('NR409');
    const next = await createPerson({ name: 'Ari' }, one);
    expect([await say(one, back, [lived]), await say(next, back, [lived])]).toEqual(['NR409', 0]);
  });

  test('holds everybody to the steps but the system’s own login, also its owner', async () => {
    const id = await proposed(one);
    for (const change of [`state = 'planned', agreed_n = 1`, `state = 'letgo'`, `state = 'draft'`])
      await expect(owner.query(set(change), [id]), change).rejects.toMatchObject({ code: 'NR409' });
    const system = new pg.Client(env.SYSTEM_DATABASE_URL);
    await system.connect();
    await expect(system.query(set(`state = 'planned', agreed_n = 1`), [id])).rejects.toMatchObject({ code: '42501' });
    await system.end();
    expect((await see(two, id)).state).toBe('proposed');
  });

  test('tells of no noun that it does not know', async () => {
    const told = (name: string) =>
      say(one, 'SELECT app.record_event($1, $2, $3, NULL)', [one.coupleId, name, one.userId]);
    expect(await told('turn.changed')).toBe(1);
    for (const name of ['dare.taken', 'plans.proposed', 'observation.made', 'entry.written', 'checkin.made', ''])
      expect(await told(name)).toBe('P0001');
    await expect(as(one, ({ record }) => record('dare.taken' as 'plan.proposed', randomUUID()))).rejects.toThrow();
    expect(await listNames(two)).toEqual([]);
  });

  test('asks nothing of a plan that is hidden, so that nobody can tell by the time how many there are', async () => {
    await app.query('BEGIN');
    await app.query('SELECT * FROM app.enter($1)', [two.sessionId]);
    for (const sql of ['SELECT * FROM plan', `UPDATE plan SET state = 'letgo'`, 'DELETE FROM plan']) {
      const { rows } = await app.query<Record<string, string>>(`EXPLAIN ${sql}`);
      const filters = rows.flatMap((row) => Object.values(row)).filter((line) => /Filter:|Cond:/.test(line));
      expect(filters.length, sql).toBeGreaterThan(0);
      expect(filters.join('\n'), sql).not.toMatch(/shows_plan|app\.|\w+\(\s*plan/);
    }
    await app.query('ROLLBACK');
  });
});
