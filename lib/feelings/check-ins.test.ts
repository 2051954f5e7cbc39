import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Day, moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { checkInBody } from '#lib/feelings/check-in-schema';
import { longestLine, mostChosen, mostFeelings } from '#lib/feelings/kinds';
import { feelings, needs, sensations, surroundings } from '#lib/feelings/library';
import { filledTo, getWeeks, mostCheckIns } from '#lib/feelings/queries';
import { checkInAs, dropCheckIn, seeCheckIn, seeCheckIns } from '#lib/testing/feelings';
import { as, createCouple, createPerson, leave, type Person } from '#lib/testing/people';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let one: Person;
let two: Person;
beforeEach(async () => {
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple();
});
afterEach(() => moveClock());

const whole = {
  feelings: ['drained', 'left-out'],
  strength: 4,
  body: ['heavy-arms'],
  around: ['work', 'us'],
  needs: ['ten-minutes-alone'],
  line: 'The third evening in a row',
};
const longest = (list: readonly { id: string }[], most: number) =>
  list
    .map(({ id }) => id)
    .sort((a, b) => b.length - a.length)
    .slice(0, most);

describe('a check-in', () => {
  test('is a word and done', async () => {
    const id = randomUUID();
    const kept = await checkInAs(one, { feelings: ['glad'] }, id);
    expect(kept.body).toEqual({
      id,
      at: expect.stringMatching(/^2026-11-23T18:00:0/),
      feelings: ['glad'],
      strength: null,
      body: [],
      around: [],
      needs: [],
      line: null,
    });
    expect((await seeCheckIn(one, id)).body).toEqual(kept.body);
  });

  test('says more where one likes: each thing once, in the order of the lists', async () => {
    const { body } = await checkInAs(one, {
      ...whole,
      feelings: ['left-out', 'drained', 'left-out'],
      around: ['us', 'work'],
    });
    expect(body).toMatchObject(whole);
  });

  test('is put in other words, and keeps its time', async () => {
    const { body: before } = await checkInAs(one, whole);
    moveClock(new Date('2026-11-24T07:00:00Z'));
    const { body: after } = await checkInAs(one, { feelings: ['at-ease'] }, before.id);
    expect(after).toMatchObject({ at: before.at, feelings: ['at-ease'], strength: null, line: null });
    expect((await seeCheckIns(one)).body.checkIns).toEqual([after]);
  });

  test('sent twice is there once, also at the same moment', async () => {
    const id = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => checkInAs(one, whole, id)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await seeCheckIns(one)).body.checkIns.map((view) => view.id)).toEqual([id]);
  });

  test('is deleted, once and again, also while it is put in other words', async () => {
    const { id } = (await checkInAs(one)).body;
    expect((await dropCheckIn(one, id)).status).toBe(204);
    expect((await dropCheckIn(one, id)).status).toBe(204);
    expect((await seeCheckIn(one, id)).error?.code).toBe('not_found');
    const again = (await checkInAs(one)).body.id;
    const both = await Promise.all([checkInAs(one, whole, again), dropCheckIn(one, again)]);
    expect(both.map(({ status }) => status)).toEqual([expect.toBeOneOf([200, 404]), 204]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no word', { feelings: [] }, 'feelings'],
    ['a word that is none', { feelings: ['fine'] }, 'feelings.0'],
    ['too many words', { feelings: feelings.slice(0, mostFeelings + 1).map(({ id }) => id) }, 'feelings'],
    ['too many needs', { needs: needs.slice(0, mostChosen + 1).map(({ id }) => id) }, 'needs'],
    ['a need as a place in the body', { body: ['ten-minutes-alone'] }, 'body.0'],
    ['a strength that is none', { strength: 6 }, 'strength'],
    ['half a strength', { strength: 2.5 }, 'strength'],
    ['too long a line', { line: 'x'.repeat(longestLine + 1) }, 'line'],
    ['an empty line', { line: '  ' }, 'line'],
  ])('is refused with %s', async (_, body, field) => {
    const { status, error } = await checkInAs(one, body);
    expect([status, error?.code, Object.keys(error?.fields ?? {})]).toEqual([422, 'invalid', [field]]);
    expect((await seeCheckIns(one)).body.checkIns).toEqual([]);
  });

  test('is nobody else’s: neither a partner’s, nor of another couple, nor of somebody signed out', async () => {
    const { body: kept } = await checkInAs(one, whole);
    const stranger = await createPerson();
    for (const other of [two, stranger]) {
      expect((await seeCheckIn(other, kept.id)).error?.code).toBe('not_found');
      expect((await seeCheckIns(other)).body).toEqual({ checkIns: [], next: null });
      expect((await dropCheckIn(other, kept.id)).status).toBe(204);
      // Its id is as free as any: trying it tells nothing.
      const own = (await checkInAs(other, { feelings: ['glad'] }, kept.id)).body;
      expect(own).toMatchObject({ id: kept.id, feelings: ['glad'] });
    }
    for (const ask of [seeCheckIn(null, kept.id), checkInAs(null), dropCheckIn(null, kept.id), seeCheckIns(null)])
      expect((await ask).status).toBe(401);
    expect((await seeCheckIn(one, kept.id)).body).toEqual(kept);
  });

  test('comes to an end where nobody could have so many', async () => {
    await owner.query(
      `INSERT INTO check_in (id, user_id, sealed_body) SELECT gen_random_uuid(), $1, 'x' FROM generate_series(1, $2)`,
      [one.userId, mostCheckIns],
    );
    const id = randomUUID();
    expect((await checkInAs(one, whole, id)).error?.code).toBe('said_enough');
    expect((await seeCheckIn(one, id)).error?.code).toBe('not_found');
  });
});

test('what is stored is as long for one faint word as for all that can be said, and so tells neither which nor how much', async () => {
  const fullest = {
    feelings: longest(feelings, mostFeelings),
    strength: 5,
    body: longest(sensations, mostChosen),
    around: longest(surroundings, mostChosen),
    needs: longest(needs, mostChosen),
    line: '🌊'.repeat(longestLine),
  };
  expect(Buffer.byteLength(JSON.stringify(checkInBody.parse(fullest)))).toBeLessThanOrEqual(filledTo);
  expect((await checkInAs(one, fullest)).body).toMatchObject({ line: fullest.line });
  for (const { id } of feelings.slice(0, 5)) await checkInAs(one, { feelings: [id] });
  const { rows } = await owner.query('SELECT DISTINCT length(sealed_body) AS length FROM check_in WHERE user_id = $1', [
    one.userId,
  ]);
  expect(rows).toHaveLength(1);
});

test('the list goes back by pages, the last first, without a gap or a double, also where two came at one moment', async () => {
  const ids = [];
  for (let i = 0; i < 65; i++) {
    moveClock(new Date(Date.UTC(2026, 10, 1 + Math.floor(i / 2), 8)));
    ids.push((await checkInAs(one, { feelings: ['tired'] })).body.id);
  }
  await owner.query(`UPDATE check_in SET created_at = date_trunc('hour', created_at) WHERE user_id = $1`, [one.userId]);
  const found: string[] = [];
  const pages = [];
  for (let before: string | null | undefined; before !== null; ) {
    const { body } = await seeCheckIns(one, before ? { before } : {});
    found.push(...body.checkIns.map(({ id }) => id));
    pages.push(body.checkIns.length);
    before = body.next;
  }
  expect(pages).toEqual([30, 30, 5]);
  expect(new Set(found)).toEqual(new Set(ids));
  expect(found.length).toBe(ids.length);
  for (const before of ['x', '2026-11-01_1', `2026-11-01T08:00:00.000Z_${'x'.repeat(36)}`])
    expect((await seeCheckIns(one, { before })).status).toBe(422);
});

describe('my weeks', () => {
  test('are those of my own zone, with what lies before and after', async () => {
    const [mine, partner] = await createCouple({ timeZone: 'America/Los_Angeles' });
    // Sunday evening there; Monday by UTC, and for the partner.
    moveClock(new Date('2026-11-23T04:00:00Z'));
    const sunday = (await checkInAs(mine, { feelings: ['tired'] })).body.id;
    moveClock(new Date('2026-11-23T09:00:00Z'));
    const monday = (await checkInAs(mine, { feelings: ['glad'] })).body.id;
    await checkInAs(partner, { feelings: ['angry'] });
    const now = await as(mine, (scope) => getWeeks(scope));
    expect(now.weeks).toHaveLength(12);
    expect(now.weeks.slice(-2)).toMatchObject([
      { from: '2026-11-16', to: '2026-11-22', checkIns: [{ id: sunday }] },
      { from: '2026-11-23', to: '2026-11-29', checkIns: [{ id: monday }] },
    ]);
    expect(now).toMatchObject({ earlierTo: null, laterTo: null });

    moveClock(new Date('2027-02-16T09:00:00Z'));
    const later = await as(mine, (scope) => getWeeks(scope));
    expect(later.weeks.flatMap((week) => week.checkIns)).toEqual([]);
    expect(later).toMatchObject({ earlierTo: '2026-11-29', laterTo: null });
    const back = await as(mine, (scope) => getWeeks(scope, later.earlierTo ?? undefined));
    expect(back.weeks.at(-1)?.checkIns.map(({ id }) => id)).toEqual([monday]);
    expect(back).toMatchObject({ earlierTo: null, laterTo: '2027-02-21' });
    // Nothing lies ahead of this week.
    const ahead = await as(mine, (scope) => getWeeks(scope, '2099-01-01' as Day));
    expect(ahead.weeks).toEqual(later.weeks);
  });
});

test('who leaves takes them along; who stays keeps their own, also beside somebody new', async () => {
  const { id } = (await checkInAs(one, whole)).body;
  await checkInAs(two, whole);
  await Promise.all([leave(two), checkInAs(one)]);
  const { rows } = await owner.query('SELECT 1 FROM check_in WHERE user_id = $1', [two.userId]);
  expect(rows).toEqual([]);
  const next = await createPerson({ name: 'Sam' }, one);
  expect((await seeCheckIn(one, id)).body).toMatchObject(whole);
  expect((await seeCheckIns(next)).body.checkIns).toEqual([]);
  await leave(one);
  expect((await owner.query('SELECT 1 FROM check_in WHERE user_id = $1', [one.userId])).rows).toEqual([]);
});

test('while one writes and leaves at the same moment, nothing of theirs stays', async () => {
  for (let round = 0; round < 12; round++) {
    const [stays, goes] = await createCouple();
    const [{ status }] = await Promise.all([checkInAs(goes, whole), leave(goes), checkInAs(stays, whole)]);
    expect([200, 401, 404]).toContain(status);
    const { rows } = await owner.query('SELECT user_id FROM check_in WHERE user_id = ANY ($1)', [
      [stays.userId, goes.userId],
    ]);
    expect(rows).toEqual([{ user_id: stays.userId }]);
  }
});
