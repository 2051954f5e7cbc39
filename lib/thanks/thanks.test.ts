import { randomUUID } from 'node:crypto';
import { parseCrontab } from 'graphile-worker';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { holdSockets } from '#lib/events/publish';
import { crontab } from '#lib/jobs/catalogue';
import { giveDueThanks } from '#lib/jobs/tasks/give-thanks';
import { startWorker } from '#lib/jobs/worker';
import { watchSockets } from '#lib/testing/accounts';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';
import {
  answerIt,
  draw,
  dropThanks,
  giveIt,
  giveLove,
  listLoved,
  listThanks,
  love,
  putAway,
  receive,
  seeThanks,
  show,
  thank,
  thanked,
  unlove,
} from '#lib/testing/thanks';
import { findNewThanks, listKept, listToShow } from '#lib/thanks/queries';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let one: Person;
let two: Person;
beforeEach(async () => {
  // The job gives everybody's.
  await owner.query('DELETE FROM thanks');
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple();
});
afterEach(() => {
  moveClock();
  holdSockets(undefined);
});

/** Under which key the words of one stand. */
async function keyOf(id: string): Promise<'user' | 'couple'> {
  const { rows } = await owner.query<{ owner: string | null }>(
    `SELECT k.user_id AS owner FROM thanks t JOIN vault_key k ON k.id = encode(substring(t.sealed_body FROM 2 FOR 16), 'hex')::uuid WHERE t.id = $1`,
    [id],
  );
  return rows[0]?.owner ? 'user' : 'couple';
}

const newTo = async (person: Person) => (await as(person, findNewThanks))?.id ?? null;

test('from three lines to an answer', async () => {
  const lines = { did: 'You took the bins out', says: 'You see what needs doing', was: 'I could sit down' };
  const id = await thanked(one, { ...lines, way: 'hug' });
  expect(await keyOf(id)).toBe('couple');
  const common = { id, kind: 'thanks', words: lines, givenAt: '2026-11-23T18:00:00', waitsFor: null, answer: null };
  const givenAt = expect.stringMatching(/^2026-11-23T18:00:0/);
  expect((await seeThanks(one, id)).body).toEqual({
    ...common,
    givenAt,
    by: 'me',
    to: 'partner',
    isReceived: false,
    isNew: false,
    way: 'hug',
    isShown: false,
  });
  // How it is meant to be shown is its giver's to know, and to do.
  const theirs = { ...common, givenAt, by: 'partner', to: 'me', way: null, isShown: false };
  expect((await seeThanks(two, id)).body).toEqual({ ...theirs, isReceived: false, isNew: true });
  expect(await newTo(two)).toBe(id);
  expect(await newTo(one)).toBeNull();

  expect((await answerIt(two, id, 'That was nothing, and I am glad')).outcome).toBe(200);
  const answer = { text: 'That was nothing, and I am glad' };
  expect((await seeThanks(one, id)).body).toMatchObject({ isReceived: true, answer });
  expect((await seeThanks(two, id)).body).toMatchObject({ isReceived: true, answer, isNew: false });
  expect(await newTo(two)).toBeNull();
  for (const person of [one, two]) expect(await listNames(person)).toEqual(['thanks.given', 'thanks.answered']);
});

describe('writing one', () => {
  test('the first line is enough; what is none is refused', async () => {
    expect((await thank(one)).body.words).toEqual({ did: 'You warmed my side of the bed', says: null, was: null });
    for (const body of [
      { did: ' ' },
      { did: undefined },
      { did: 'x'.repeat(281) },
      { says: 'x'.repeat(281) },
      { was: '' },
      { way: 'money' },
      { give: 'soon' },
      { give: undefined },
      { give: { day: '2026-11-28' } },
      { give: { day: '2026-11-23', time: '18:59' } },
      { give: { day: '2026-11-23', time: '25:00' } },
    ])
      expect((await thank(one, body)).outcome, JSON.stringify(body)).toBe('invalid');
    expect((await thank(null)).outcome).toBe('unauthenticated');
  });

  test('sent twice, or twice at once, it is given and told once; with other words it is too late', async () => {
    const id = randomUUID();
    const both = await Promise.all([thank(one, {}, id), thank(one, {}, id)]);
    expect(both.map(({ outcome }) => outcome)).toEqual([200, 200]);
    expect((await thank(one, {}, id)).outcome).toBe(200);
    expect((await thank(one, { did: 'Another' }, id)).outcome).toBe('given');
    expect((await thank(one, { give: 'kept', was: 'More' }, id)).outcome).toBe('given');
    expect((await dropThanks(one, id)).outcome).toBe('given');
    expect(await listNames(two)).toEqual(['thanks.given']);
    expect((await seeThanks(two, id)).body.words?.did).toBe('You warmed my side of the bed');
  });

  test('alone it is kept, or saved for a talk, and given to nobody', async () => {
    const alone = await createPerson();
    for (const give of ['now', { day: '2026-11-28', time: '10:00' }])
      expect((await thank(alone, { give })).outcome).toBe('alone');
    const id = await thanked(alone, { give: 'kept' });
    await thanked(alone, { give: 'talk' });
    expect((await giveIt(alone, id)).outcome).toBe('alone');
    expect((await listThanks(alone)).body.kept).toHaveLength(2);
    expect(await listNames(alone)).toEqual([]);
  });

  test('one person keeps no more than anybody needs', async () => {
    await owner.query(
      `INSERT INTO thanks (id, couple_id, giver_id, sealed_body) SELECT gen_random_uuid(), $1, $2, 'x' FROM generate_series(1, 200)`,
      [one.coupleId, one.userId],
    );
    expect((await thank(one, { give: 'kept' })).outcome).toBe('said_enough');
    expect((await thank(two, { give: 'kept' })).outcome).toBe(200);
  });
});

describe('one that waits', () => {
  test('is under its giver’s own key, nobody else’s to find, changed and dropped', async () => {
    const id = await thanked(one, { give: 'kept', way: 'note' });
    expect(await keyOf(id)).toBe('user');
    for (const step of [seeThanks, giveIt, dropThanks, receive, answerIt, putAway, show])
      expect((await step(two, id)).outcome).toBe('not_found');
    expect((await thank(two, {}, id)).outcome).toBe('not_found');
    const stranger = await createPerson();
    for (const step of [seeThanks, giveIt, dropThanks, receive, answerIt, putAway, show])
      expect((await step(stranger, id)).outcome).toBe('not_found');

    expect((await thank(one, { did: 'Rewritten', give: 'talk' }, id)).body).toMatchObject({
      waitsFor: 'talk',
      way: null,
      words: { did: 'Rewritten' },
    });
    expect(await keyOf(id)).toBe('user');
    // With a time, nobody is there to open a key of one's own.
    const give = { day: '2026-11-28', time: '10:00' };
    expect((await thank(one, { give }, id)).body.waitsFor).toBe('2026-11-28T09:00:00.000Z');
    expect(await keyOf(id)).toBe('couple');
    expect((await seeThanks(two, id)).outcome).toBe('not_found');
    await thank(one, { give: 'kept' }, id);
    expect(await keyOf(id)).toBe('user');
    expect((await receive(one, id)).outcome).toBe('not_found');

    const dropped = await Promise.all([dropThanks(one, id), dropThanks(one, id)]);
    expect(dropped.map(({ outcome }) => outcome).sort()).toEqual([204, 'not_found']);
    for (const person of [one, two]) expect(await listNames(person)).toEqual([]);
  });

  test('is given by hand, once, and only what it was in the end shows', async () => {
    const id = await thanked(one, { give: 'talk', did: 'First' });
    moveClock(new Date('2026-11-25T18:00:00Z'));
    await thank(one, { give: 'talk', did: 'Second' }, id);
    expect((await as(one, (scope) => listKept(scope, { forTalk: true }))).map((view) => view.id)).toEqual([id]);
    const given = await Promise.all([giveIt(one, id), giveIt(one, id)]);
    expect(given.map(({ outcome }) => outcome)).toEqual([200, 200]);
    expect(await keyOf(id)).toBe('couple');
    expect((await seeThanks(two, id)).body).toMatchObject({ words: { did: 'Second' }, waitsFor: null });
    const { rows } = await owner.query('SELECT created_at = given_at AS same, for_talk, give_at FROM thanks');
    expect(rows).toEqual([{ same: true, for_talk: false, give_at: null }]);
    expect(await listNames(two, id)).toEqual(['thanks.given']);
    expect(await as(one, (scope) => listKept(scope))).toEqual([]);
  });
});

describe('at its time', () => {
  const at = (day: string, time: string) => ({ give: { day, time } });

  test('by its giver’s clock, also across daylight saving', async () => {
    const [mika] = await createCouple({ timeZone: 'America/New_York' });
    const id = await thanked(mika, at('2026-11-24', '07:30'));
    expect((await seeThanks(mika, id)).body.waitsFor).toBe('2026-11-24T12:30:00.000Z');
    expect((await thank(mika, at('2027-03-14', '07:30'), id)).body.waitsFor).toBe('2027-03-14T11:30:00.000Z');
  });

  test('exactly once, whoever looks, also after a long time in which nobody did', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => createCouple()));
    const ids = [await thanked(one, at('2026-11-24', '10:00'))];
    for (const [person] of others) ids.push(await thanked(person, at('2026-11-24', '10:00')));
    const later = await thanked(one, at('2026-12-02', '10:00'));
    await giveDueThanks();
    expect((await seeThanks(two, ids[0] ?? '')).outcome).toBe('not_found');

    moveClock(new Date('2026-12-01T18:00:00Z'));
    const seen = watchSockets();
    await Promise.all([giveDueThanks(), giveDueThanks(), giveDueThanks()]);
    await giveDueThanks();
    expect(seen.events.map(({ subjectId }) => subjectId).sort()).toEqual([...ids].sort());
    expect(seen.events.find(({ subjectId }) => subjectId === ids[0])).toEqual({
      seq: 1,
      name: 'thanks.given',
      actorId: one.userId,
      subjectId: ids[0],
    });
    expect(await listNames(two)).toEqual(['thanks.given']);
    expect((await seeThanks(two, ids[0] ?? '')).body).toMatchObject({
      words: { did: 'You warmed my side of the bed' },
      givenAt: expect.stringMatching(/^2026-12-01T18:00/),
      isNew: true,
    });
    expect((await seeThanks(two, later)).outcome).toBe('not_found');
  });

  test('given, rewritten or dropped by hand at the same moment: one or the other, told at most once', async () => {
    const steps = [
      giveIt,
      dropThanks,
      (person: Person, id: string) => thank(person, { did: 'Rewritten', give: 'kept' }, id),
    ];
    for (let round = 0; round < 9; round++) {
      moveClock(new Date('2026-11-23T18:00:00Z'));
      const id = await thanked(one, at('2026-11-23', '19:01'));
      moveClock(new Date('2026-11-23T18:01:30Z'));
      const step = steps[round % 3] ?? giveIt;
      const [{ outcome }] = await Promise.all([step(one, id), giveDueThanks()]);
      await giveDueThanks();
      const names = await listNames(two, id);
      if (step === giveIt) expect([outcome, names]).toEqual([200, ['thanks.given']]);
      else if (names.length > 0) {
        expect([outcome, names]).toEqual(['given', ['thanks.given']]);
        expect((await seeThanks(two, id)).body.words?.did).toBe('You warmed my side of the bed');
      } else
        expect([[200, 204].includes(outcome as number), (await seeThanks(two, id)).outcome]).toEqual([
          true,
          'not_found',
        ]);
    }
  });

  test('by a worker, as soon as it starts', async () => {
    moveClock(new Date(Date.now() - 3_600_000));
    const [mika, noor] = await createCouple({ timeZone: 'UTC' });
    const soon = new Date(Date.now() - 1_800_000).toISOString();
    const id = await thanked(mika, at(soon.slice(0, 10), soon.slice(11, 16)));
    moveClock();
    const worker = await startWorker();
    await expect.poll(async () => (await seeThanks(noor, id)).outcome, { timeout: 8_000 }).toBe(200);
    await worker.stop();
    expect(await listNames(noor)).toEqual(['thanks.given']);
    expect(parseCrontab(crontab).map(({ task, options }) => [task, options.backfillPeriod])).toContainEqual([
      'give-thanks',
      0,
    ]);
  });
});

describe('what was given', () => {
  test('is received or answered by the other, each once', async () => {
    const id = await thanked(one);
    for (const step of [receive, answerIt, putAway]) expect((await step(one, id)).outcome).toBe('not_found');
    const received = await Promise.all([receive(two, id), receive(two, id)]);
    expect(received.map(({ outcome }) => outcome)).toEqual([200, 200]);
    expect((await seeThanks(one, id)).body.isReceived).toBe(true);
    const answered = await Promise.all([answerIt(two, id), answerIt(two, id)]);
    expect(answered.map(({ outcome }) => outcome)).toEqual([200, 200]);
    expect((await answerIt(two, id, 'Something else')).outcome).toBe('answered');
    for (const text of ['', ' ', 'x'.repeat(281)]) expect((await answerIt(two, id, text)).outcome).toBe('invalid');
    expect(await listNames(one)).toEqual(['thanks.given', 'thanks.received', 'thanks.answered']);
  });

  test('is looked at and put away without a trace', async () => {
    const id = await thanked(one);
    const before = (await seeThanks(one, id)).body;
    await seeThanks(two, id);
    expect((await putAway(two, id)).body).toMatchObject({ isNew: false, isReceived: false });
    expect(await newTo(two)).toBeNull();
    expect((await seeThanks(one, id)).body).toEqual(before);
    expect(await listNames(one)).toEqual(['thanks.given']);
    // It can still be answered, whenever.
    expect((await answerIt(two, id)).body.isReceived).toBe(true);
  });

  test('is shown its giver’s way, for them alone to tick', async () => {
    const id = await thanked(one, { way: 'hug' });
    expect((await as(one, listToShow)).map((view) => view.id)).toEqual([id]);
    expect(await as(two, listToShow)).toEqual([]);
    expect((await show(two, id)).outcome).toBe('not_found');
    const before = (await seeThanks(two, id)).body;
    expect((await show(one, id)).body).toMatchObject({ way: 'hug', isShown: true });
    expect(await as(one, listToShow)).toEqual([]);
    expect((await show(one, id, { way: null, isShown: false })).body).toMatchObject({ way: null, isShown: false });
    for (const body of [{ way: 'money', isShown: true }, { way: 'hug' }, { way: 'hug', isShown: 'yes' }])
      expect((await show(one, id, body)).outcome).toBe('invalid');
    expect((await seeThanks(two, id)).body).toEqual(before);
    expect(await listNames(two)).toEqual(['thanks.given']);
  });

  test('is listed by pages, of both, the last first', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 45; n++) {
      moveClock(new Date(Date.parse('2026-11-01T10:00:00Z') + n * 3_600_000));
      ids.push(await thanked(n % 2 ? one : two));
    }
    await owner.query(`UPDATE thanks SET given_at = '2026-11-02T10:00:00Z' WHERE id = ANY ($1)`, [ids.slice(20, 30)]);
    await thanked(one, { give: 'kept' });
    const found: string[] = [];
    let query: Record<string, string> = {};
    for (;;) {
      const { thanks, kept, next } = (await listThanks(two, query)).body;
      found.push(...thanks.map(({ id }) => id));
      expect(kept).toEqual([]);
      if (!next) break;
      expect(thanks).toHaveLength(20);
      query = { before: next };
    }
    expect(found).toHaveLength(45);
    expect(new Set(found)).toEqual(new Set(ids));
    for (const before of ['x', '2026-11-02', `2026-11-02T10:00:00Z_${ids[0]}`, '2026-11-02T10:00:00.000Z_x'])
      expect((await listThanks(two, { before })).outcome, before).toBe('invalid');
  });
});

describe('the jar', () => {
  test('holds what either gave, never the same twice in a row', async () => {
    expect((await draw(one)).body).toEqual({ thanks: null, isOnly: false });
    const mine = await thanked(one);
    expect((await draw(one)).body).toMatchObject({ thanks: { id: mine }, isOnly: true });
    const theirs = await thanked(two);
    // What I have not taken in yet is not in it.
    expect((await draw(one)).body).toMatchObject({ thanks: { id: mine }, isOnly: true });
    await putAway(one, theirs);
    await thanked(one, { give: 'kept' });
    moveClock(new Date('2026-11-24T18:00:00Z'));
    const more = [await thanked(one), await thanked(one)];
    let last = mine;
    const drawn = new Set<string>();
    for (let n = 0; n < 12; n++) {
      const { thanks } = (await draw(one)).body;
      expect(thanks?.id).not.toBe(last);
      last = thanks?.id ?? '';
      drawn.add(last);
    }
    // Of today only where there is nothing older.
    expect(drawn).toEqual(new Set([mine, theirs]));
    moveClock(new Date('2026-11-25T18:00:00Z'));
    for (let n = 0; n < 60 && drawn.size < 4; n++) drawn.add((await draw(one)).body.thanks?.id ?? '');
    expect(drawn).toEqual(new Set([mine, theirs, ...more]));
    expect(await listNames(two)).toHaveLength(4);
  });

  test('drawn twice at once, two different ones', async () => {
    await Promise.all([thanked(one), thanked(one), thanked(one)]);
    for (let round = 0; round < 6; round++) {
      const [a, b] = await Promise.all([draw(one), draw(one)]);
      expect(a.body.thanks?.id).not.toBe(b.body.thanks?.id);
    }
  });
});

describe('what I love', () => {
  test('is mine alone until one of it is given, and then a thank-you', async () => {
    const { id } = (await love(one, 'How you hum')).body;
    const other = (await love(one, 'Your patience with my mother')).body.id;
    expect((await love(one, 'How you hum in the shower', id)).body.text).toBe('How you hum in the shower');
    expect((await listLoved(one)).body.fondness.map((it) => it.id)).toEqual([other, id]);
    expect((await listLoved(two)).body.fondness).toEqual([]);
    for (const step of [giveLove, unlove, seeThanks]) expect((await step(two, id)).outcome).toBe('not_found');
    expect((await love(two, 'Mine', id)).outcome).toBe('not_found');
    for (const text of ['', 'x'.repeat(281)]) expect((await love(one, text)).outcome).toBe('invalid');
    expect(await listNames(two)).toEqual([]);

    const given = await Promise.all([giveLove(one, id), giveLove(one, id)]);
    expect(given.map(({ outcome }) => outcome)).toEqual([200, 200]);
    expect((await seeThanks(two, id)).body).toMatchObject({
      kind: 'fondness',
      words: { did: 'How you hum in the shower', says: null, was: null },
      isNew: true,
    });
    expect((await listLoved(one)).body.fondness.map((it) => it.id)).toEqual([other]);
    expect((await love(one, 'Again', id)).outcome).toBe('given');
    expect((await unlove(one, id)).outcome).toBe('not_found');
    expect((await answerIt(two, id)).outcome).toBe(200);
    expect(await listNames(two)).toEqual(['fondness.given', 'thanks.answered']);
    expect((await unlove(one, other)).outcome).toBe(204);
    expect((await unlove(one, other)).outcome).toBe('not_found');
  });

  test('a thank-you is none of it, and alone it is given to nobody', async () => {
    expect((await giveLove(one, await thanked(one))).outcome).toBe('not_found');
    const alone = await createPerson();
    const { id } = (await love(alone)).body;
    expect((await giveLove(alone, id)).outcome).toBe('alone');
    for (const step of [love, giveLove, listLoved]) expect((await step(null, id)).outcome).toBe('unauthenticated');
  });
});
