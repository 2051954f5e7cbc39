import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PATCH as changeCouple } from '#app/api/couple/route';
import { PUT as begin, GET as read, DELETE as stop } from '#app/api/turn/route';
import { POST as skip } from '#app/api/turn/skip/route';
import { POST as swap } from '#app/api/turn/swap/route';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import type { RouteHandler } from '#lib/http/route';
import { createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import type { TurnView } from '#lib/turns/queries';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());
afterEach(() => moveClock());

const codeOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.error as { code?: string } | undefined)?.code;
const start = (person: Person, rhythm = 'weekly', first = 'me') =>
  call(person, begin, 'PUT', { body: { rhythm, first } });
const see = async (person: Person) => (await call(person, read, 'GET')).body.turn as TurnView | null;
const step = (person: Person, handler: RouteHandler, { n, holder }: Pick<TurnView, 'n' | 'holder'>) =>
  call(person, handler, 'POST', { body: { n, holder } });
const eventsOf = async ({ coupleId }: Person) =>
  (await owner.query('SELECT name, subject_id FROM event WHERE couple_id = $1 ORDER BY seq', [coupleId])).rows;

/** Two with weekly turns that began with the first of them, on a Monday. */
async function taking(rhythm = 'weekly'): Promise<[Person, Person]> {
  moveClock(new Date('2026-11-23T12:00:00Z'));
  const [one, two] = await createCouple();
  expect((await start(one, rhythm)).status).toBe(200);
  return [one, two];
}

describe('turns', () => {
  test('there are none until they are begun, and then both see the same', async () => {
    const [one, two] = await createCouple();
    expect([await see(one), await see(two)]).toEqual([null, null]);
    moveClock(new Date('2026-11-23T12:00:00Z'));
    const { status, body } = await start(one, 'biweekly', 'partner');
    const turn = { n: 1, rhythm: 'biweekly', holder: 'partner', startsOn: '2026-11-23', endsOn: '2026-12-06' };
    expect([status, body.turn]).toEqual([200, turn]);
    expect(await see(one)).toEqual(turn);
    expect(await see(two)).toEqual({ ...turn, holder: 'me' });
  });

  test('pass on silently: nothing is written, and nobody is told, also when ten were missed', async () => {
    const [one, two] = await taking();
    const before = await eventsOf(one);
    moveClock(new Date('2026-11-30T12:00:00Z'));
    expect(await see(one)).toMatchObject({ n: 2, holder: 'partner', startsOn: '2026-11-30' });
    moveClock(new Date('2027-02-01T12:00:00Z'));
    expect(await see(one)).toMatchObject({ n: 11, holder: 'me', startsOn: '2027-02-01', endsOn: '2027-02-07' });
    expect(await see(two)).toMatchObject({ n: 11, holder: 'partner' });
    expect(await eventsOf(one)).toEqual(before);
  });

  // The night before this Monday has an hour twice; before that one, an hour is left out.
  test.each([
    ['2026-10-19T12:00:00Z', '2026-10-25T22:59:58Z', '2026-10-25T23:00:01Z'],
    ['2027-03-22T12:00:00Z', '2027-03-28T21:59:58Z', '2027-03-28T22:00:01Z'],
  ])('begun at %s, pass on at midnight of the couple’s zone, not of anybody’s own', async (begun, before, after) => {
    moveClock(new Date(begun));
    const [one, two] = await createCouple({ timeZone: 'Europe/Madrid' }, { timeZone: 'Pacific/Auckland' });
    await start(one);
    moveClock(new Date(before));
    expect([(await see(one))?.n, (await see(two))?.n]).toEqual([1, 1]);
    moveClock(new Date(after));
    expect([(await see(one))?.n, (await see(two))?.n]).toEqual([2, 2]);
  });

  test('go by the couple’s zone when it is changed', async () => {
    const [one] = await taking();
    moveClock(new Date('2026-11-29T15:00:00Z'));
    expect(await see(one)).toMatchObject({ n: 1 });
    await call(one, changeCouple, 'PATCH', { body: { timeZone: 'Pacific/Auckland' } });
    expect(await see(one)).toMatchObject({ n: 2, holder: 'partner' });
  });

  test('need two', async () => {
    const alone = await createPerson();
    expect(await see(alone)).toBeNull();
    expect(codeOf(await start(alone))).toBe('alone');
    for (const handler of [swap, skip]) {
      expect(codeOf(await step(alone, handler, { n: 1, holder: 'me' }))).toBe('alone');
    }
    expect((await call(alone, stop, 'DELETE')).status).toBe(204);
  });

  test.each([
    [{ rhythm: 'daily', first: 'me' }, 'rhythm'],
    [{ rhythm: 'weekly', first: 'noor' }, 'first'],
    [{ rhythm: 'weekly' }, 'first'],
  ])('%j is refused beside the field', async (body, field) => {
    const [one] = await createCouple();
    const answer = await call(one, begin, 'PUT', { body });
    expect([answer.status, answer.body.error]).toEqual([
      422,
      expect.objectContaining({ fields: { [field]: expect.anything() } }),
    ]);
    expect(await see(one)).toBeNull();
  });

  test('of another couple are not touched by ours', async () => {
    const [one] = await taking();
    const [stranger] = await createCouple();
    expect(await see(stranger)).toBeNull();
    expect(codeOf(await step(stranger, swap, { n: 1, holder: 'partner' }))).toBe('turn_changed');
    await call(stranger, stop, 'DELETE');
    expect(await see(one)).toMatchObject({ n: 1, holder: 'me' });
  });

  test('are stopped by either, twice is once, and begin anew', async () => {
    const [one, two] = await taking();
    for (const _ of [1, 2]) expect((await call(two, stop, 'DELETE')).status).toBe(204);
    expect(await see(one)).toBeNull();
    expect(codeOf(await step(one, swap, { n: 1, holder: 'me' }))).toBe('turn_changed');
    expect((await eventsOf(one)).map(({ name }) => name)).toEqual(['turn.begun', 'turn.changed']);
    await start(two);
    expect(await see(one)).toMatchObject({ n: 1, holder: 'partner' });
  });

  test('end with the couple; with the next partner they are begun anew', async () => {
    const [one, two] = await taking();
    await leave(two);
    expect(await see(one)).toBeNull();
    const next = await createPerson({ name: 'Ari' }, one);
    expect([await see(one), await see(next)]).toEqual([null, null]);
  });
});

describe('another rhythm', () => {
  test('leaves number and holder; the same again is nothing', async () => {
    const [one, two] = await taking();
    moveClock(new Date('2026-12-01T12:00:00Z'));
    expect((await start(two, 'monthly')).body.turn).toEqual({
      n: 2,
      rhythm: 'monthly',
      // `first` counts only where there are none yet.
      holder: 'me',
      startsOn: '2026-11-30',
      endsOn: '2026-12-29',
    });
    const events = await eventsOf(one);
    expect((await start(two, 'monthly', 'partner')).body.turn).toMatchObject({ n: 2, holder: 'me' });
    expect(await eventsOf(one)).toEqual(events);
  });
});

describe('swap and skip', () => {
  test('swap: by either, and the days stay', async () => {
    const [one, two] = await taking();
    expect((await step(two, swap, { n: 1, holder: 'partner' })).body.turn).toMatchObject({ n: 1, holder: 'me' });
    expect(await see(one)).toMatchObject({ n: 1, holder: 'partner', startsOn: '2026-11-23', endsOn: '2026-11-29' });
    moveClock(new Date('2026-11-30T12:00:00Z'));
    expect(await see(one)).toMatchObject({ n: 2, holder: 'me' });
  });

  test('skip: by its holder only, and the other’s begins today', async () => {
    const [one, two] = await taking();
    moveClock(new Date('2026-11-25T12:00:00Z'));
    expect(codeOf(await step(two, skip, { n: 1, holder: 'partner' }))).toBe('turn_changed');
    expect((await step(one, skip, { n: 1, holder: 'me' })).body.turn).toMatchObject({
      n: 2,
      holder: 'partner',
      startsOn: '2026-11-25',
      endsOn: '2026-12-01',
    });
  });

  test('the same tap sent again, or late, is not done twice', async () => {
    const [one] = await taking();
    const turn = { n: 1, holder: 'me' as const };
    expect((await step(one, skip, turn)).status).toBe(200);
    expect(codeOf(await step(one, skip, turn))).toBe('turn_changed');
    expect(codeOf(await step(one, swap, turn))).toBe('turn_changed');
    expect(await see(one)).toMatchObject({ n: 2, holder: 'partner' });
    // It passed on meanwhile.
    moveClock(new Date('2026-12-01T12:00:00Z'));
    expect(codeOf(await step(one, swap, { n: 2, holder: 'partner' }))).toBe('turn_changed');
    expect(await see(one)).toMatchObject({ n: 3, holder: 'me' });
  });

  test('leave one row and no word of who did what', async () => {
    const [one, two] = await taking();
    await step(one, skip, { n: 1, holder: 'me' });
    await step(one, swap, { n: 2, holder: 'partner' });
    const { rows } = await owner.query('SELECT * FROM turn WHERE couple_id = $1', [one.coupleId]);
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0]).sort()).toEqual(['anchor_n', 'anchor_on', 'couple_id', 'first_id', 'rhythm']);
    expect(await eventsOf(two)).toEqual(
      ['turn.begun', 'turn.skipped', 'turn.swapped'].map((name) => ({ name, subject_id: null })),
    );
  });
});

describe('both at the same moment', () => {
  type Tap = (person: Person, isFirst: boolean) => Promise<{ status: number; body: Record<string, unknown> }>;
  const named = (isFirst: boolean) => ({ n: 1, holder: isFirst ? 'me' : 'partner' }) as const;
  const swapping: Tap = (person, isFirst) => step(person, swap, named(isFirst));
  const skipping: Tap = (person, isFirst) => step(person, skip, named(isFirst));
  const stopping: Tap = (person) => call(person, stop, 'DELETE');
  const toMonthly: Tap = (person) => start(person, 'monthly');

  // Run often: either may come first.
  const rounds = Array.from({ length: 6 }, (_, round) => round);

  test.each<[string, Tap, Tap]>([
    ['swap and swap', swapping, swapping],
    ['skip and swap', skipping, swapping],
    ['stop and swap', stopping, swapping],
    ['stop and skip', skipping, stopping],
    ['stop and stop', stopping, stopping],
    ['a rhythm and skip', skipping, toMonthly],
    ['a rhythm and stop', toMonthly, stopping],
    ['a rhythm twice', toMonthly, toMonthly],
  ])('%s: each is done, or is told that the turn has changed; both see one', async (_, first, second) => {
    for (const _ of rounds) {
      const [one, two] = await taking();
      const answers = await Promise.all([first(one, true), second(two, false)]);
      for (const answer of answers) {
        if (answer.status >= 300) expect([answer.status, codeOf(answer)]).toEqual([409, 'turn_changed']);
      }
      expect(answers.some(({ status }) => status < 300)).toBe(true);
      const [mine, theirs] = [await see(one), await see(two)];
      expect(theirs).toEqual(mine && { ...mine, holder: mine.holder === 'me' ? 'partner' : 'me' });
      if (first === second && first === swapping) {
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        expect(mine).toMatchObject({ n: 1, holder: 'partner' });
      }
      if (first === skipping && second === swapping) {
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
        expect([1, 2]).toContain(mine?.n);
        expect(mine?.holder).toBe('partner');
      }
      // A stop is kept by whoever comes after.
      if (second === stopping && first !== toMonthly) expect(mine).toBeNull();
    }
  });

  test('begin and begin: one row, the same for both', async () => {
    for (const _ of rounds) {
      const [one, two] = await createCouple();
      const answers = await Promise.all([start(one), start(two), start(one), start(two)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const [mine, theirs] = [await see(one), await see(two)];
      expect([mine?.n, theirs?.n, mine?.holder === theirs?.holder]).toEqual([1, 1, false]);
      expect(await eventsOf(one)).toHaveLength(1);
    }
  });

  test('begin and stop: there is one or none', async () => {
    for (const _ of rounds) {
      const [one, two] = await createCouple();
      const answers = await Promise.all([start(one), call(two, stop, 'DELETE'), start(two), call(one, stop, 'DELETE')]);
      for (const answer of answers) {
        if (answer.status >= 300) expect(codeOf(answer)).toBe('turn_changed');
      }
      expect((await see(one)) === null).toBe((await see(two)) === null);
    }
  });
});
