import { randomUUID } from 'node:crypto';
import { parseCrontab } from 'graphile-worker';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as list } from '#app/api/plans/route';
import { listEntries } from '#lib/calendar/queries';
import { getCards } from '#lib/cards/queries';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { holdSockets } from '#lib/events/publish';
import { call } from '#lib/http/call';
import { ideas } from '#lib/ideas/library';
import { crontab } from '#lib/jobs/catalogue';
import { revealSurprises } from '#lib/jobs/tasks/reveal-surprises';
import { startWorker } from '#lib/jobs/worker';
import { watchSockets } from '#lib/testing/accounts';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';
import {
  begin,
  drop,
  feel,
  letGo,
  listNames,
  live,
  look,
  open,
  proposed,
  sealed,
  sealUp,
  see,
  seeGroups,
  tease,
  unlive,
  unsealIt,
  untease,
  write,
  writeUnguarded,
} from '#lib/testing/plans';

const owner = new pg.Client(env.DATABASE_URL);
const app = new pg.Client(env.APP_DATABASE_URL);
beforeAll(() => Promise.all([owner.connect(), app.connect()]));
afterAll(() => Promise.all([owner.end(), app.end()]));

/** Changes something by SQL within somebody's scope, and takes that back. @returns how many rows it was; refused is none */
async function changeBySql(person: Person, sql: string): Promise<number> {
  await app.query('BEGIN');
  try {
    await app.query('SELECT * FROM app.enter($1)', [person.sessionId]);
    return (await app.query(sql)).rowCount ?? 0;
  } catch (error) {
    expect(error).toMatchObject({ code: '42501' });
    return 0;
  } finally {
    await app.query('ROLLBACK');
  }
}

let one: Person;
let two: Person;
beforeEach(async () => {
  // The job opens everybody's.
  await owner.query('DELETE FROM plan');
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple();
});
afterEach(() => {
  moveClock();
  holdSockets(undefined);
});

const saturday = { day: '2026-11-28', time: '19:30', minutes: 180 };

test('from seal to felt', async () => {
  const idea = ideas.find(({ tastes }) => tastes.length > 1);
  const id = await begin(one, {
    kind: 'surprise',
    title: 'The old boat house',
    text: 'Key is with Ana',
    ideaId: idea?.id,
  });
  expect(await sealUp(one, id, { opens: { day: '2026-11-28', time: '18:00' } })).toBe(200);
  expect(await see(one, id)).toMatchObject({ state: 'sealed', opensAt: '2026-11-28T17:00:00.000Z', isTeased: false });
  expect(await look(two, id)).toBe('not_found');

  expect(await tease(one, id, { when: saturday, wear: 'Something warm', children: 'Ana has them' })).toBe(200);
  expect(await see(two, id)).toEqual({
    id,
    kind: 'surprise',
    by: 'partner',
    state: 'teased',
    askedOf: null,
    title: null,
    when: { day: '2026-11-28', time: '19:30', startsAt: '2026-11-28T18:30:00.000Z', minutes: 180 },
    day: '2026-11-28',
    isPast: false,
    laterUntil: null,
    livedOn: null,
    isTeased: true,
    versions: 0,
    content: null,
    trail: [],
    agreedN: null,
    teaser: {
      when: { day: '2026-11-28', time: '19:30', startsAt: '2026-11-28T18:30:00.000Z', minutes: 180 },
      wear: 'Something warm',
      children: 'Ana has them',
      note: null,
    },
    opensAt: null,
    revealedAt: null,
    felt: { mine: null, theirs: null },
    rating: null,
    isDrawn: false,
    promptId: null,
  });
  expect(await seeGroups(two)).toMatchObject({ ahead: [id] });
  expect(await seeGroups(one)).toMatchObject({ mine: [id], ahead: [] });

  moveClock(new Date('2026-11-28T17:00:30Z'));
  await revealSurprises();
  for (const person of [one, two])
    expect(await see(person, id)).toMatchObject({
      state: 'planned',
      title: 'The old boat house',
      content: { text: 'Key is with Ana', ideaId: idea?.id },
      // What was told stays with it.
      teaser: { when: { time: '19:30' }, wear: 'Something warm', children: 'Ana has them', note: null },
      opensAt: null,
      isTeased: false,
      revealedAt: expect.stringMatching(/^2026-11-28T17:00:3/),
    });
  expect(await seeGroups(two)).toMatchObject({ ahead: [id] });

  moveClock(new Date('2026-11-29T10:00:00Z'));
  expect(await live(two, id, '2026-11-28')).toBe(200);
  const line = { id: randomUUID(), text: 'I heard the water all night', again: 'more' };
  // Sent again, because the word that it arrived was lost: it teaches once.
  expect(await Promise.all([feel(two, id, line), feel(two, id, line)])).toEqual([200, 200]);
  expect(await feel(one, id, { again: 'enough' })).toBe(200);
  const [mine, theirs] = [await as(one, getCards), await as(two, getCards)];
  const learned = (by: number) => Object.fromEntries(idea?.tastes.map((taste) => [taste, by]) ?? []);
  expect([mine.mine?.learned, mine.theirs]).toEqual([learned(-1), null]);
  expect([theirs.mine?.learned, theirs.theirs]).toEqual([learned(1), null]);
  expect(await see(one, id)).toMatchObject({ state: 'lived', felt: { theirs: { text: line.text } } });
  expect(await listNames(two, id)).toEqual(['teaser.given', 'plan.revealed', 'plan.lived', 'felt.given', 'felt.given']);
});

describe('sealed', () => {
  test('takes two, and a time to come', async () => {
    const alone = await createPerson();
    expect(await sealUp(alone, await begin(alone, { kind: 'surprise' }))).toBe('alone');
    const id = await begin(one, { kind: 'surprise' });
    expect(await sealUp(one, id, { opens: { day: '2026-11-23', time: '18:59' } })).toBe('invalid');
    expect(await sealUp(one, id, { opens: { day: '2026-11-28' } })).toBe('invalid');
    expect(await sealUp(one, id, { opens: { day: '2026-11-23', time: '19:01' } })).toBe(200);
    expect(await sealUp(one, await begin(one))).toBe('conflict');
    expect(await sealUp(two, id)).toBe('not_found');
  });

  test('its time is set, changed and cleared; it is written on', async () => {
    const id = await sealed(one, { day: '2026-11-28', time: '19:30' });
    expect(await sealUp(one, id, { opens: { day: '2026-11-29', time: '09:00' } })).toBe(200);
    expect((await see(one, id)).opensAt).toBe('2026-11-29T08:00:00.000Z');
    expect(await write(one, id, { kind: 'surprise', title: 'Another boat house' })).toBe(200);
    expect(await see(one, id)).toMatchObject({
      state: 'sealed',
      title: 'Another boat house',
      versions: 1,
      opensAt: '2026-11-29T08:00:00.000Z',
    });
    expect(await sealUp(one, id)).toBe(200);
    expect((await see(one, id)).opensAt).toBeNull();
    expect(await listNames(two)).toEqual([]);
  });

  test('is made a draft again, without its time and teaser', async () => {
    const id = await sealed(one, { day: '2026-11-28', time: '19:30' });
    await tease(one, id, { when: saturday });
    expect(await unsealIt(two, id)).toBe('not_found');
    expect(await Promise.all([unsealIt(one, id), unsealIt(one, id)])).toEqual([204, 204]);
    expect(await see(one, id)).toMatchObject({ state: 'draft', opensAt: null, teaser: null });
    expect(await look(two, id)).toBe('not_found');
    expect(await listNames(two)).toEqual(['teaser.given', 'teaser.takenback']);
    expect(await tease(one, id, { when: saturday })).toBe('plan_changed');
    await sealUp(one, id);
    expect((await see(one, id)).teaser).toBeNull();
  });
});

describe('a teaser', () => {
  test('said again as it stands is no news, otherwise it is', async () => {
    const id = await sealed(one);
    const said = { when: saturday, wear: 'Boots', note: 'Eat little\nbefore' };
    const givenAt = async () =>
      (await owner.query('SELECT given_at FROM teaser WHERE plan_id = $1', [id])).rows[0]?.given_at.toISOString();
    expect(await Promise.all([tease(one, id, said), tease(one, id, said)])).toEqual([200, 200]);
    const first = await givenAt();
    moveClock(new Date('2026-11-24T08:00:00Z'));
    expect(await tease(one, id, said)).toBe(200);
    expect(await listNames(two)).toEqual(['teaser.given']);
    // Other words: news, and yet the day stands as it was said, which is what a calendar shows.
    expect(await tease(one, id, { ...said, wear: 'Shoes' })).toBe(200);
    expect(await see(two, id)).toMatchObject({ teaser: { wear: 'Shoes', note: 'Eat little\nbefore' } });
    expect(await givenAt()).toBe(first);
    expect(await tease(one, id, { when: { day: '2026-11-29' } })).toBe(200);
    expect(await givenAt()).toMatch(/^2026-11-24T08:00/);
    expect((await see(two, id)).teaser).toEqual({
      when: { day: '2026-11-29', time: null, startsAt: null, minutes: null },
      wear: null,
      children: null,
      note: null,
    });
    expect(await listNames(two)).toEqual(['teaser.given', 'teaser.given', 'teaser.given']);
  });

  test('is taken back, once', async () => {
    const id = await sealed(one);
    await tease(one, id, { when: saturday });
    expect(await untease(two, id)).toBe('not_found');
    expect(await Promise.all([untease(one, id), untease(one, id)])).toEqual([204, 204]);
    expect(await listNames(two)).toEqual(['teaser.given', 'teaser.takenback']);
    expect(await look(two, id)).toBe('not_found');
    expect(await see(one, id)).toMatchObject({ state: 'sealed', isTeased: false });
  });

  test('goes with the surprise that is deleted, and says so', async () => {
    const id = await sealed(one);
    await tease(one, id, { when: saturday });
    expect((await Promise.all([drop(one, id), drop(one, id)])).sort()).toEqual([204, 'not_found']);
    expect(await listNames(two)).toEqual(['teaser.given', 'teaser.takenback']);
    expect(await seeGroups(two)).toMatchObject({ ahead: [] });
  });

  test('is of a sealed one alone, with a day', async () => {
    expect(await tease(one, await begin(one, { kind: 'surprise' }), { when: saturday })).toBe('plan_changed');
    expect(await tease(one, await proposed(one), { when: saturday })).toBe('plan_changed');
    const id = await sealed(one);
    expect(await tease(two, id, { when: saturday })).toBe('not_found');
    for (const body of [
      { wear: 'Boots' },
      { when: { time: '19:30' } },
      { when: saturday, wear: 'x'.repeat(281) },
      { when: saturday, title: 'x' },
    ])
      expect(await tease(one, id, body)).toBe('invalid');
  });
});

describe('opened by hand', () => {
  test('from a draft or sealed, once', async () => {
    for (const id of [
      await begin(one, { kind: 'surprise' }),
      await sealed(one, { day: '2026-12-01', time: '10:00' }),
    ]) {
      expect(await open(two, id)).toBe('not_found');
      expect(await Promise.all([open(one, id), open(one, id)])).toEqual([200, 200]);
      expect(await see(two, id)).toMatchObject({ state: 'planned', by: 'partner', title: 'Swim at night' });
      expect(await listNames(two, id)).toEqual(['plan.revealed']);
      expect(await write(one, id, { kind: 'surprise', title: 'Other' })).toBe('plan_changed');
      for (const step of [unsealIt, untease]) expect(await step(one, id)).toBe('plan_changed');
      expect(await sealUp(one, id)).toBe('plan_changed');
      expect(await open(two, id)).toBe('not_found');
    }
  });

  test('what was told stays with it, for both, and is nobody’s to change; it is one plan', async () => {
    const id = await sealed(one);
    await tease(one, id, { when: saturday, wear: 'Boots' });
    const told = {
      when: { day: '2026-11-28', time: '19:30', minutes: 180 },
      wear: 'Boots',
      children: null,
      note: null,
    };
    const keepsTold = async (state: string) => {
      for (const person of [one, two]) {
        expect(await see(person, id)).toMatchObject({ state, teaser: told, isTeased: false });
        const { groups } = (await call(person, list, 'GET')).body as { groups: Record<string, { id: string }[]> };
        const lines = Object.values(groups).flat();
        expect(lines.filter((line) => line.id === id)).toHaveLength(state === 'planned' ? 1 : 0);
        expect(lines.filter((line) => 'state' in line && line.state === 'teased')).toEqual([]);
        // The trigger of the reveal gave the plan the day that only the teaser said.
        const entries = await as(person, (scope) => listEntries(scope, false));
        expect(entries.map((entry) => entry.id)).toEqual(state === 'letgo' ? [] : [id]);
      }
      expect(await tease(one, id, { when: saturday, wear: 'Shoes' })).toBe('plan_changed');
      expect(await tease(two, id, { when: saturday })).toBe('not_found');
      expect([await untease(one, id), await untease(two, id)]).toEqual(['plan_changed', 'not_found']);
      for (const person of [one, two])
        for (const sql of [`UPDATE teaser SET day = '2026-12-24'`, 'DELETE FROM teaser'])
          expect(await changeBySql(person, sql), sql).toBe(0);
    };
    expect(await changeBySql(one, `UPDATE teaser SET day = '2026-12-24'`)).toBe(1);
    expect(await changeBySql(one, 'DELETE FROM teaser')).toBe(1);
    await open(one, id);
    await keepsTold('planned');
    expect(await live(two, id, '2026-11-23')).toBe(200);
    await keepsTold('lived');
    expect(await unlive(two, id)).toBe(204);
    await keepsTold('planned');
    expect(await letGo(two, id)).toBe(200);
    await keepsTold('letgo');
    expect(await listNames(two, id)).toEqual([
      'teaser.given',
      'plan.revealed',
      'plan.lived',
      'plan.unlived',
      'plan.letgo',
    ]);
  });

  test('it is let go by either', async () => {
    const id = await sealed(one);
    await tease(one, id, { when: saturday });
    await open(one, id);
    expect(await letGo(two, id)).toBe(200);
    expect(await see(one, id)).toMatchObject({ state: 'letgo' });
    for (const person of [one, two]) {
      const { groups } = (await call(person, list, 'GET')).body as { groups: object };
      expect(JSON.stringify(groups)).not.toContain(id);
    }
  });

  test('at the moment at which it is written on: both, one after the other', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await sealed(one);
      const [written, opened] = await Promise.all([
        write(one, id, { kind: 'surprise', title: 'Rewritten' }),
        open(one, id),
      ]);
      expect(opened).toBe(200);
      expect((await see(two, id)).title).toBe(written === 200 ? 'Rewritten' : 'Swim at night');
    }
  });
});

describe('opened at its time', () => {
  const at = (day: string, time: string) => ({ day, time });

  test('exactly once, whoever looks, also after a long time in which nobody did', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => createCouple()));
    const ids = [await sealed(one, at('2026-11-24', '10:00'))];
    for (const [person] of others) ids.push(await sealed(person, at('2026-11-24', '10:00')));
    const tomorrow = await sealed(one, at('2026-12-02', '10:00'));
    const byHand = await sealed(one);
    await revealSurprises();
    expect(await look(two, ids[0] ?? '')).toBe('not_found');

    moveClock(new Date('2026-12-01T18:00:00Z'));
    const seen = watchSockets();
    await Promise.all([revealSurprises(), revealSurprises(), revealSurprises()]);
    expect(seen.events.map(({ subjectId }) => subjectId).sort()).toEqual([...ids].sort());
    expect(seen.events.every(({ name }) => name === 'plan.revealed')).toBe(true);
    expect(seen.events.find(({ subjectId }) => subjectId === ids[0])).toEqual({
      seq: 1,
      name: 'plan.revealed',
      actorId: one.userId,
      subjectId: ids[0],
    });
    await revealSurprises();
    expect(seen.events).toHaveLength(ids.length);
    expect(await listNames(two)).toEqual(['plan.revealed']);
    expect(await see(two, ids[0] ?? '')).toMatchObject({
      state: 'planned',
      revealedAt: expect.stringMatching(/^2026-12-01T18:00/),
    });
    for (const id of [tomorrow, byHand]) {
      expect(await look(two, id)).toBe('not_found');
      expect((await see(one, id)).state).toBe('sealed');
    }
  });

  test('and by hand at the same moment: told once', async () => {
    for (let round = 0; round < 6; round++) {
      moveClock(new Date('2026-11-23T18:00:00Z'));
      const id = await sealed(one, at('2026-11-23', '19:01'));
      moveClock(new Date('2026-11-23T18:01:30Z'));
      const [opened] = await Promise.all([open(one, id), revealSurprises(), revealSurprises()]);
      expect(opened).toBe(200);
      expect(await listNames(two, id)).toEqual(['plan.revealed']);
      await letGo(one, id);
    }
  });

  test('unsealed, deleted or put off at the same moment: as its author said, or open', async () => {
    const steps = [
      unsealIt,
      drop,
      (person: Person, id: string) => sealUp(person, id, { opens: at('2026-12-24', '10:00') }),
    ];
    for (let round = 0; round < 9; round++) {
      moveClock(new Date('2026-11-23T18:00:00Z'));
      const id = await sealed(one, at('2026-11-23', '19:01'));
      moveClock(new Date('2026-11-23T18:01:30Z'));
      const step = steps[round % 3] ?? drop;
      const [said] = await Promise.all([step(one, id), revealSurprises()]);
      // One that was held by its author's hand at that moment is looked at again a minute later.
      await revealSurprises();
      const names = await listNames(two, id);
      if (names.length > 0) {
        expect([said, names]).toEqual(['plan_changed', ['plan.revealed']]);
        expect(await see(two, id)).toMatchObject({ state: 'planned', title: 'Swim at night' });
      } else expect([[200, 204].includes(said as number), await look(two, id)]).toEqual([true, 'not_found']);
    }
  });

  test('and deleted at the same moment: gone unseen, or open and still there, never let go', async () => {
    const outcomes = new Set<unknown>();
    for (let round = 0; round < 12; round++) {
      moveClock(new Date('2026-11-23T18:00:00Z'));
      const id = await sealed(one, at('2026-11-23', '19:01'));
      const isTold = round % 2 === 0;
      if (isTold) await tease(one, id, { when: saturday });
      moveClock(new Date('2026-11-23T18:01:30Z'));
      const reveals = revealSurprises();
      // Now and then the worker is well ahead.
      if (round % 3 === 0) await reveals;
      const [said] = await Promise.all([drop(one, id), reveals]);
      await revealSurprises();
      outcomes.add(said);
      const told = isTold ? ['teaser.given'] : [];
      if (said === 204) {
        expect([await look(one, id), await look(two, id)]).toEqual(['not_found', 'not_found']);
        expect(await listNames(two, id)).toEqual(isTold ? [...told, 'teaser.takenback'] : []);
      } else {
        expect(said).toBe('plan_changed');
        for (const person of [one, two]) expect((await see(person, id)).state).toBe('planned');
        expect(await listNames(two, id)).toEqual([...told, 'plan.revealed']);
      }
    }
    expect([...outcomes]).toContain('plan_changed');
  });

  test('not while its author is alone', async () => {
    const alone = await createPerson();
    const id = await begin(alone, { kind: 'surprise' });
    await writeUnguarded(owner, `UPDATE plan SET state = 'sealed', reveal_at = '2026-11-23T17:00:00Z' WHERE id = $1`, [
      id,
    ]);
    await revealSurprises();
    expect(await see(alone, id)).toMatchObject({ state: 'sealed' });
    expect(await listNames(alone)).toEqual([]);
  });

  test('by a worker, as soon as it starts', async () => {
    moveClock(new Date(Date.now() - 3_600_000));
    const [mika, noor] = await createCouple({ timeZone: 'UTC' });
    const soon = new Date(Date.now() - 1_800_000).toISOString();
    const id = await sealed(mika, at(soon.slice(0, 10), soon.slice(11, 16)));
    moveClock();
    const worker = await startWorker();
    await expect.poll(() => look(noor, id), { timeout: 8_000 }).toBe(200);
    await worker.stop();
    expect(await listNames(noor)).toEqual(['plan.revealed']);
    // What was missed is found by looking, not by doing every minute that was missed.
    expect(parseCrontab(crontab).map(({ task, options }) => [task, options.backfillPeriod])).toContainEqual([
      'reveal-surprises',
      0,
    ]);
  });
});
