import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PUT as letGoByRoute } from '#app/api/plans/[id]/letgo/route';
import { PUT as saveRating } from '#app/api/plans/[id]/rating/route';
import { PUT as put } from '#app/api/plans/[id]/route';
import { GET as list } from '#app/api/plans/route';
import { PUT as giveAnswer } from '#app/api/prompts/[id]/answer/route';
import { PUT as ask } from '#app/api/prompts/[id]/route';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { ideas } from '#lib/ideas/library';
import { listLetGo, listUsedIdeas } from '#lib/plans/queries';
import { listTodaysPlans } from '#lib/plans/today';
import type { PlanLine } from '#lib/plans/view';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';
import {
  agree,
  begin,
  counter,
  drop,
  feel,
  letGo,
  listNames,
  live,
  look,
  open,
  postpone,
  propose,
  proposed,
  rate,
  sealed,
  sealUp,
  see,
  seeGroups,
  tease,
  unfeel,
  unlive,
  unrate,
  unsealIt,
  write,
} from '#lib/testing/plans';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(() => moveClock(new Date('2026-11-23T18:00:00Z')));
afterEach(() => moveClock());

const swim = {
  kind: 'together',
  title: 'Swim at night',
  text: 'With torches',
  when: { day: '2026-11-28', time: '19:30', minutes: 90 },
};

async function planned(one: Person, two: Person, body: Record<string, unknown> = {}): Promise<string> {
  const id = await proposed(one, body);
  expect(await agree(two, id, 1)).toBe(200);
  return id;
}

async function livedThrough(one: Person, two: Person, body: Record<string, unknown> = {}): Promise<string> {
  const id = await planned(one, two, body);
  expect(await live(two, id, '2026-11-22')).toBe(200);
  return id;
}

describe('a draft', () => {
  test('is written alone, and again and again in place', async () => {
    const one = await createPerson();
    const id = randomUUID();
    for (const title of ['Swim', 'Swim at night', 'Swim at night, in November'])
      expect(await write(one, id, { ...swim, title })).toBe(200);
    expect(await see(one, id)).toMatchObject({
      id,
      kind: 'together',
      by: 'me',
      state: 'draft',
      title: 'Swim at night, in November',
      content: { text: 'With torches', ideaId: null },
      when: { day: '2026-11-28', time: '19:30', startsAt: '2026-11-28T18:30:00.000Z', minutes: 90 },
      versions: 1,
      askedOf: null,
    });
    expect(await seeGroups(one)).toMatchObject({ mine: [id], ahead: [] });
    expect(await listNames(one)).toEqual([]);
  });

  test('loses what it is written without', async () => {
    const one = await createPerson();
    const id = await begin(one, { ...swim, ideaId: ideas[0]?.id });
    await write(one, id, { kind: 'together', title: 'Only this' });
    expect(await see(one, id)).toMatchObject({ content: { title: 'Only this', text: null, ideaId: null }, when: null });
  });

  test('sent twice at once is begun once', async () => {
    const one = await createPerson();
    for (let round = 0; round < 8; round++) {
      const id = randomUUID();
      expect(await Promise.all([write(one, id, swim), write(one, id, swim), write(one, id, swim)])).toEqual([
        200, 200, 200,
      ]);
      expect(await see(one, id)).toMatchObject({ state: 'draft', versions: 1 });
    }
  });

  test('does not become of the other kind', async () => {
    const one = await createPerson();
    const id = await begin(one);
    expect(await write(one, id, { ...swim, kind: 'surprise' })).toBe('conflict');
  });

  test('is dropped without a trace, once', async () => {
    const [one, two] = await createCouple();
    const id = await begin(one);
    expect(await drop(two, id)).toBe('not_found');
    expect((await Promise.all([drop(one, id), drop(one, id)])).sort()).toEqual([204, 'not_found']);
    expect(await look(one, id)).toBe('not_found');
    expect(await listNames(two)).toEqual([]);
  });

  test('there are at most a hundred of, sealed ones among them', async () => {
    const [one, two] = await createCouple();
    await owner.query(
      `INSERT INTO plan (id, couple_id, kind, author_id, state)
       SELECT gen_random_uuid(), $1, 'surprise', $2, CASE WHEN n % 2 = 0 THEN 'draft'::plan_state ELSE 'sealed' END
         FROM generate_series(1, 99) n`,
      [one.coupleId, one.userId],
    );
    const last = await begin(one);
    expect(await write(one, randomUUID(), swim)).toBe('planned_enough');
    expect(await write(one, last, swim)).toBe(200);
    await begin(two);
  });

  test.each([
    ['no title', { kind: 'together' }, { title: 'required' }],
    ['a blank title', { kind: 'together', title: ' ' }, { title: 'required' }],
    ['two lines of title', { kind: 'together', title: 'a\nb' }, { title: 'invalid' }],
    ['a long title', { kind: 'together', title: 'x'.repeat(121) }, { title: 'too_long' }],
    ['too much', { kind: 'together', title: 'x', text: 'x'.repeat(2001) }, { text: 'too_long' }],
    ['no kind', { title: 'x' }, { kind: 'invalid' }],
    ['another kind', { kind: 'dare', title: 'x' }, { kind: 'invalid' }],
    ['a day that is none', { kind: 'together', title: 'x', when: { day: '2026-02-30' } }, { 'when.day': 'invalid' }],
    ['another century', { kind: 'together', title: 'x', when: { day: '1999-02-03' } }, { 'when.day': 'invalid' }],
    [
      'a time that is none',
      { kind: 'together', title: 'x', when: { day: '2026-11-28', time: '24:00' } },
      { 'when.time': 'invalid' },
    ],
    [
      'a moment',
      { kind: 'together', title: 'x', when: { day: '2026-11-28', minutes: 4 } },
      { 'when.minutes': 'too_short' },
    ],
    [
      'a month',
      { kind: 'together', title: 'x', when: { day: '2026-11-28', minutes: 43_200 } },
      { 'when.minutes': 'too_long' },
    ],
    ['an idea of nobody', { kind: 'together', title: 'x', ideaId: 'no-such-idea' }, { ideaId: 'unknown' }],
    ['a reveal of nobody', { kind: 'together', title: 'x', promptId: randomUUID() }, { promptId: 'unknown' }],
    ['more', { kind: 'together', title: 'x', state: 'planned' }, { state: 'unknown' }],
  ])('%s is refused beside the field, and nothing is begun', async (_, body, fields) => {
    const [one] = await createCouple();
    const id = randomUUID();
    const answer = await call(one, put, 'PUT', { params: { id }, body });
    expect([answer.status, answer.body.error]).toEqual([422, expect.objectContaining({ code: 'invalid', fields })]);
    expect(await look(one, id)).toBe('not_found');
  });

  test('comes from a reveal of ours, and from no question that is still sealed', async () => {
    const [one, two] = await createCouple();
    const promptId = randomUUID();
    await call(one, ask, 'PUT', {
      params: { id: promptId },
      body: { words: 'Where to?', topic: 'joy', depth: 'light' },
    });
    const answer = (person: Person) =>
      call(person, giveAnswer, 'PUT', { params: { id: promptId }, body: { id: randomUUID(), text: 'To the sea' } });
    await answer(one);
    expect(await write(one, randomUUID(), { ...swim, promptId })).toBe('invalid');
    await answer(two);
    const id = await proposed(one, { promptId });
    for (const person of [one, two]) expect(await see(person, id)).toMatchObject({ promptId });
  });

  test.each([
    ['pictures', '👨‍👩‍👧‍👦'.repeat(17)],
    ['Hebrew with marks', 'שָׁלוֹם'],
    ['signs that mean something elsewhere', `'; DROP TABLE plan; -- <script>{}</script> %s`],
  ])('%s survive byte for byte', async (_, title) => {
    const [one, two] = await createCouple();
    const id = await proposed(one, { title, text: `${title}\n${title}` });
    expect((await see(two, id)).content).toEqual({ title, text: `${title}\n${title}`, ideaId: null });
  });
});

describe('another couple’s plan', () => {
  test('is not there, for anything one could do', async () => {
    const [one, two] = await createCouple();
    const [stranger] = await createCouple();
    for (const id of [await begin(one), await sealed(one), await planned(one, two), await livedThrough(one, two)]) {
      for (const step of [
        () => look(stranger, id),
        () => write(stranger, id, swim),
        () => drop(stranger, id),
        () => letGo(stranger, id),
        () => propose(stranger, id),
        () => open(stranger, id),
        () => agree(stranger, id, 1),
        () => live(stranger, id, '2026-11-22'),
        () => unlive(stranger, id),
        () => feel(stranger, id),
        () => unfeel(stranger, id),
        () => rate(stranger, id),
        () => unrate(stranger, id),
      ])
        expect(await step()).toBe('not_found');
    }
    expect(await seeGroups(stranger)).toMatchObject({ mine: [], ahead: [], over: [] });
  });
});

describe('a proposal', () => {
  test('reaches the other, and stands once', async () => {
    const [one, two] = await createCouple();
    const id = await begin(one, swim);
    expect(await propose(two, id)).toBe('not_found');
    expect(await Promise.all([propose(one, id), propose(one, id)])).toEqual([200, 200]);
    expect(await see(two, id)).toMatchObject({
      state: 'proposed',
      by: 'partner',
      askedOf: 'me',
      title: 'Swim at night',
    });
    expect(await see(one, id)).toMatchObject({ state: 'proposed', by: 'me', askedOf: 'partner' });
    expect(await seeGroups(two)).toMatchObject({ forMe: [id], forPartner: [], mine: [] });
    expect(await seeGroups(one)).toMatchObject({ forMe: [], forPartner: [id], mine: [] });
    expect(await listNames(two)).toEqual(['plan.proposed']);
    // It is for both now: nobody writes over it.
    for (const person of [one, two])
      expect(await write(person, id, swim)).toBe(person === one ? 'plan_changed' : 'not_found');
  });

  test('takes two', async () => {
    const one = await createPerson();
    const id = await begin(one);
    expect(await propose(one, id)).toBe('alone');
    expect(await open(one, await begin(one, { kind: 'surprise' }))).toBe('alone');
  });

  test('tells nothing of when it was begun', async () => {
    moveClock(new Date('2026-10-01T10:00:00Z'));
    const [one, two] = await createCouple();
    const id = await begin(one);
    moveClock(new Date('2026-11-23T18:00:00Z'));
    await propose(one, id);
    expect((await see(two, id)).trail[0]?.at).toMatch(/^2026-11-23T18:00/);
    const rows = await as(two, ({ db }) => db.plan.findMany({ include: { versions: true } }));
    expect(JSON.stringify(rows)).not.toContain('2026-10');
  });

  test('is no surprise, and a surprise is not proposed', async () => {
    const [one] = await createCouple();
    expect(await propose(one, await begin(one, { kind: 'surprise' }))).toBe('conflict');
    expect(await open(one, await begin(one))).toBe('conflict');
  });

  test('says day and time by the clock of the one who reads', async () => {
    const [one, two] = await createCouple({ timeZone: 'Europe/Madrid' }, { timeZone: 'Asia/Tokyo' });
    const id = await proposed(one, { when: { day: '2026-11-28', time: '19:30' } });
    expect((await see(two, id)).when).toEqual({
      day: '2026-11-29',
      time: '03:30',
      startsAt: '2026-11-28T18:30:00.000Z',
      minutes: null,
    });
    const whole = await proposed(two, { when: { day: '2026-12-01' } });
    expect((await see(one, whole)).when).toMatchObject({ day: '2026-12-01', time: null });
  });
});

describe('let go', () => {
  test.each(['proposed', 'planned'])('by either, also by both at once, what is %s stays to be read', async (state) => {
    const [one, two] = await createCouple();
    for (let round = 0; round < 5; round++) {
      const id = state === 'proposed' ? await proposed(one) : await planned(one, two);
      expect(await Promise.all([letGo(one, id), letGo(two, id)])).toEqual([200, 200]);
      expect((await listNames(one, id)).filter((name) => name === 'plan.letgo')).toHaveLength(1);
      for (const person of [one, two]) {
        expect(await see(person, id)).toMatchObject({ state: 'letgo', title: 'Swim at night', askedOf: null });
        expect(await as(person, async (scope) => (await listLetGo(scope)).map((line) => line.id))).toContain(id);
        expect(Object.values(await seeGroups(person)).flat()).not.toContain(id);
      }
      for (const step of [() => agree(two, id, 1), () => live(one, id, '2026-11-22'), () => feel(one, id)])
        expect(await step()).toBe('plan_changed');
    }
  });

  test('what was lived is not', async () => {
    const [one, two] = await createCouple();
    const id = await livedThrough(one, two);
    for (const person of [one, two]) expect(await letGo(person, id)).toBe('plan_changed');
  });

  test('nor is one’s own draft or sealed one, which only its author drops', async () => {
    const [one, two] = await createCouple();
    for (const id of [await begin(one), await begin(one, { kind: 'surprise' }), await sealed(one)]) {
      const { state } = await see(one, id);
      expect([await letGo(one, id), await letGo(two, id), await letGo(two, randomUUID())]).toEqual([
        'plan_changed',
        'not_found',
        'not_found',
      ]);
      expect((await see(one, id)).state).toBe(state);
    }
    expect(await listNames(two)).toEqual([]);
  });

  test('nothing is by whoever wanted to drop it: out by now, it stays, and its author is told so', async () => {
    const [one, two] = await createCouple();
    const later = await proposed(one);
    await postpone(two, later, 1, '2026-12-05');
    const revealed = await sealed(one);
    await open(one, revealed);
    const gone = await proposed(one);
    await letGo(one, gone);
    for (const id of [
      await proposed(one),
      later,
      await planned(one, two),
      revealed,
      await livedThrough(one, two),
      gone,
    ]) {
      const before = [await see(one, id), await listNames(two)];
      expect([await drop(one, id), await drop(two, id)]).toEqual(['plan_changed', 'not_found']);
      expect([await see(one, id), await listNames(two)]).toEqual(before);
    }
    expect(await drop(one, randomUUID())).toBe('not_found');
    // Let go, it is said what it is now.
    const id = await planned(one, two);
    const answer = await call(two, letGoByRoute, 'PUT', { params: { id } });
    expect(answer.body).toMatchObject({ id, state: 'letgo', title: 'Swim at night', agreedN: 1 });
  });
});

describe('lived', () => {
  test('is said by either, once: the first day stands', async () => {
    const [one, two] = await createCouple();
    const id = await planned(one, two);
    const said = await Promise.all([live(one, id, '2026-11-21'), live(two, id, '2026-11-22')]);
    expect(said).toEqual([200, 200]);
    const { livedOn } = await see(one, id);
    expect(['2026-11-21', '2026-11-22']).toContain(livedOn);
    expect(await live(one, id, '2026-11-20')).toBe(200);
    expect(await see(two, id)).toMatchObject({ state: 'lived', livedOn });
    expect((await listNames(two, id)).slice(2)).toEqual(['plan.lived']);
  });

  test('not of a day to come, by the clock of the one who says so', async () => {
    const [one, two] = await createCouple({ timeZone: 'Europe/Madrid' }, { timeZone: 'Asia/Tokyo' });
    const id = await planned(one, two);
    expect(await live(one, id, '2026-11-24')).toBe('invalid');
    expect(await live(two, id, '2026-11-25')).toBe('invalid');
    expect(await live(two, id, '2026-11-24')).toBe(200);
  });

  test('not of what is no plan yet', async () => {
    const [one] = await createCouple();
    for (const id of [await begin(one), await sealed(one), await proposed(one)]) {
      expect(await live(one, id, '2026-11-22')).toBe('plan_changed');
      expect(await unlive(one, id)).toBe('plan_changed');
      expect(await feel(one, id)).toBe('plan_changed');
    }
  });

  test('is taken back by either, as long as nobody has said how it felt', async () => {
    const [one, two] = await createCouple();
    const id = await livedThrough(one, two);
    expect(await Promise.all([unlive(one, id), unlive(two, id)])).toEqual([204, 204]);
    expect(await see(one, id)).toMatchObject({ state: 'planned', livedOn: null, agreedN: 1 });
    expect(await listNames(two, id)).toEqual(['plan.proposed', 'plan.agreed', 'plan.lived', 'plan.unlived']);
    await live(one, id, '2026-11-22');
    await feel(two, id);
    expect(await unlive(one, id)).toBe('plan_changed');
    await unfeel(two, id);
    expect(await unlive(one, id)).toBe('plan_changed');
  });

  test('felt and taken back at once: one of them', async () => {
    const [one, two] = await createCouple();
    for (let round = 0; round < 8; round++) {
      const id = await livedThrough(one, two);
      const [unlived, said] = await Promise.all([unlive(one, id), feel(two, id)]);
      expect([
        [204, 'plan_changed'],
        ['plan_changed', 200],
      ]).toContainEqual([unlived, said]);
      expect((await see(one, id)).state).toBe(said === 200 ? 'lived' : 'planned');
    }
  });

  test('is listed by its day, page by page', async () => {
    const [one, two] = await createCouple();
    const first = await livedThrough(one, two);
    await owner.query(
      `INSERT INTO plan SELECT gen_random_uuid(), couple_id, kind, author_id, state, NULL, created_at, NULL, NULL, NULL, agreed_n,
              planned_at, lived_on - n / 2, reader_ids FROM plan, generate_series(1, 32) n WHERE id = $1`,
      [first],
    );
    type Page = { plans: PlanLine[]; next: string | null };
    const page = async (before?: string | null) =>
      (await call(two, list, 'GET', { query: before ? { before } : {} })).body as {
        lived: Page;
        groups: { mine: unknown[] };
      };
    await begin(two);
    const [a] = [await page()];
    const b = await page(a.lived.next);
    expect([a.lived.plans.length, b.lived.plans.length, b.lived.next]).toEqual([30, 3, null]);
    expect([a.groups.mine.length, b.groups.mine.length]).toEqual([1, 0]);
    const days = [...a.lived.plans, ...b.lived.plans].map(({ livedOn }) => livedOn);
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set([...a.lived.plans, ...b.lived.plans].map(({ id }) => id)).size).toBe(33);
    for (const before of ['x', '2026-11-22', `${'1999-01-01'}_${first}`, `2026-11-22_${first}_`])
      expect((await call(two, list, 'GET', { query: { before } })).status).toBe(422);
  });
});

describe('how it felt', () => {
  test('is one line of each, which the other reads', async () => {
    const [one, two] = await createCouple();
    const id = await livedThrough(one, two);
    const body = { id: randomUUID(), text: 'Cold, and I would do it again' };
    expect(await Promise.all([feel(one, id, body), feel(one, id, body), feel(two, id)])).toEqual([200, 200, 200]);
    expect(await see(two, id)).toMatchObject({
      felt: { mine: { text: 'Warm' }, theirs: { id: body.id, text: body.text } },
    });
    expect(await feel(one, id)).toBe('conflict');
    expect((await listNames(two, id)).filter((name) => name === 'felt.given')).toHaveLength(2);
    // An id that is the other's.
    const other = await livedThrough(one, two);
    expect(await feel(two, other, body)).toBe('conflict');
  });

  test('is asked today of the one lived last, until I have said it, and for four days', async () => {
    const [one, two] = await createCouple();
    await livedThrough(one, two);
    const id = await planned(one, two);
    const asked = async (person: Person) =>
      (await as(person, listTodaysPlans)).flatMap((row) => (row.kind === 'unfelt' ? [row.plan.id] : []));
    expect(await live(one, id, '2026-11-23')).toBe(200);
    await feel(one, id);
    await unfeel(one, id);
    expect(await asked(one)).not.toContain(id);
    expect(await asked(two)).toEqual([id]);
    moveClock(new Date('2026-11-27T18:00:00Z'));
    expect([await asked(one), await asked(two)]).toEqual([[], [id]]);
    moveClock(new Date('2026-11-28T18:00:00Z'));
    expect(await asked(two)).toEqual([]);
  });

  test('is withdrawn, and its place stays', async () => {
    const [one, two] = await createCouple();
    const id = await livedThrough(one, two);
    expect(await unfeel(one, id)).toBe(204);
    await feel(one, id);
    expect(await Promise.all([unfeel(one, id), unfeel(one, id), unfeel(two, id)])).toEqual([204, 204, 204]);
    expect((await see(two, id)).felt).toMatchObject({ mine: null, theirs: { text: null } });
    expect((await listNames(two, id)).slice(-2)).toEqual(['felt.given', 'felt.withdrawn']);
    const { rows } = await owner.query('SELECT sealed_body FROM felt WHERE plan_id = $1', [id]);
    expect(rows).toEqual([{ sealed_body: null }]);
    expect(await feel(one, id)).toBe('conflict');
  });

  test.each([
    ['nothing', ''],
    ['too much', 'x'.repeat(281)],
  ])('%s is refused', async (_, text) => {
    const [one, two] = await createCouple();
    expect(await feel(one, await livedThrough(one, two), { text })).toBe('invalid');
  });
});

describe('my rating', () => {
  test('is mine alone, and changes', async () => {
    const [one, two] = await createCouple();
    const id = await proposed(one);
    expect(await rate(two, id, { novelty: 'partly', pull: 'yes' })).toBe(204);
    expect(await rate(two, id)).toBe(204);
    expect(await see(two, id)).toMatchObject({ rating: { novelty: 'new', pull: 'yes' }, isDrawn: false });
    expect(await see(one, id)).toMatchObject({ rating: null, isDrawn: false });
    expect(await listNames(one, id)).toEqual(['plan.proposed']);
    expect(await unrate(two, id)).toBe(204);
    expect(await unrate(two, id)).toBe(204);
    expect((await see(two, id)).rating).toBeNull();
  });

  test('is told where both are drawn, to both and alike', async () => {
    const [one, two] = await createCouple();
    const id = await proposed(one);
    await Promise.all([rate(one, id), rate(one, id), rate(two, id, { novelty: 'partly', pull: 'yes' })]);
    for (const person of [one, two]) expect((await see(person, id)).isDrawn).toBe(false);
    moveClock(new Date('2026-11-24T08:00:00Z'));
    expect(await rate(one, id)).toBe(204);
    for (const person of [one, two]) expect((await see(person, id)).isDrawn).toBe(true);
    await rate(two, id, { novelty: 'new', pull: 'maybe' });
    for (const person of [one, two]) expect((await see(person, id)).isDrawn).toBe(false);
  });

  test('is of what is for both', async () => {
    const [one, two] = await createCouple();
    for (const id of [await begin(one), await sealed(one)]) {
      expect(await rate(one, id)).toBe('conflict');
      expect(await rate(two, id)).toBe('not_found');
      expect(await unrate(two, id)).toBe('not_found');
    }
  });

  test.each([
    [{ novelty: 'new' }, { pull: 'invalid' }],
    [{ novelty: 3, pull: 'yes' }, { novelty: 'invalid' }],
    [{ novelty: 'new', pull: 'yes', stars: 5 }, { stars: 'unknown' }],
  ])('not %j', async (body, fields) => {
    const [one] = await createCouple();
    const answer = await call(one, saveRating, 'PUT', { params: { id: await proposed(one) }, body });
    expect(answer.body.error).toMatchObject({ code: 'invalid', fields });
  });
});

test('an idea counts as used while it is in a plan for both, and for nobody alone', async () => {
  const alone = await createPerson();
  await begin(alone, { ideaId: ideas[0]?.id });
  expect(await as(alone, listUsedIdeas)).toEqual(new Set());
  const [one, two] = await createCouple();
  const ideaOf = (n: number) => ({ ideaId: ideas[n]?.id });
  await begin(one, ideaOf(0));
  const told = await sealed(one, undefined, ideaOf(1));
  await tease(one, told, { when: { day: '2026-11-28' } });
  const dropped = await planned(one, two, ideaOf(2));
  await letGo(two, dropped);
  for (const person of [one, two]) expect(await as(person, listUsedIdeas)).toEqual(new Set());
  await proposed(one, ideaOf(3));
  await postpone(two, await proposed(one, ideaOf(4)), 1, '2026-12-05');
  await planned(two, one, ideaOf(5));
  await livedThrough(one, two, ideaOf(6));
  await open(one, told);
  const used = new Set([3, 4, 5, 6, 1].map((n) => ideas[n]?.id));
  for (const person of [one, two]) expect(await as(person, listUsedIdeas)).toEqual(used);
});

describe('the words of a plan', () => {
  /** Under whose key the only version is: the number of the key stands before what it sealed. */
  async function keyOf(id: string): Promise<{ user_id: string | null; couple_id: string | null }[]> {
    const { rows } = await owner.query(
      `SELECT k.user_id, k.couple_id FROM plan_version v
         JOIN vault_key k ON k.id = encode(substr(v.sealed_body, 2, 16), 'hex')::uuid WHERE v.plan_id = $1 ORDER BY v.n`,
      [id],
    );
    return rows;
  }

  test('are under their author’s own key while they are a draft, and under that of both once sealed or out', async () => {
    const [one, two] = await createCouple();
    const [own, both] = [[{ user_id: one.userId, couple_id: null }], [{ user_id: null, couple_id: one.coupleId }]];
    const surprise = await begin(one, { kind: 'surprise', text: 'Key is with Ana' });
    const content = { kind: 'surprise', title: 'Written on', text: 'Key is with Ana' };
    for (const [step, key] of [
      [() => write(one, surprise, content), own],
      [() => sealUp(one, surprise), both],
      [() => write(one, surprise, content), both],
      [() => sealUp(one, surprise, { opens: { day: '2026-12-01', time: '10:00' } }), both],
      [() => unsealIt(one, surprise), own],
      [() => write(one, surprise, content), own],
      [() => sealUp(one, surprise), both],
      [() => open(one, surprise), both],
    ] as const) {
      expect([200, 204]).toContain(await step());
      expect(await keyOf(surprise)).toEqual(key);
      expect(await see(one, surprise)).toMatchObject({ content: { title: 'Written on', text: 'Key is with Ana' } });
    }
    expect(await see(two, surprise)).toMatchObject({ content: { title: 'Written on', text: 'Key is with Ana' } });

    const straight = await begin(one, { kind: 'surprise' });
    expect(await keyOf(straight)).toEqual(own);
    await open(one, straight);
    const together = await begin(one);
    expect(await keyOf(together)).toEqual(own);
    await propose(one, together);
    for (const id of [straight, together]) {
      expect(await keyOf(id)).toEqual(both);
      expect(await see(two, id)).toMatchObject({ title: 'Swim at night' });
    }
    await counter(two, together, 1);
    expect(await keyOf(together)).toEqual([...both, ...both]);
  });
});

test.each([
  ['a time', { day: '2026-11-23', time: '18:00', minutes: 60 }, '2026-11-23T18:00:01Z'],
  ['a whole day', { day: '2026-11-23' }, '2026-11-23T23:00:01Z'],
  ['three days', { day: '2026-11-21', minutes: 3 * 24 * 60 }, '2026-11-23T23:00:01Z'],
])('planned for %s, it asks whether it was lived when that is over', async (_, when, over) => {
  const [one, two] = await createCouple();
  const id = await planned(one, two, { when });
  moveClock(new Date(new Date(over).getTime() - 2_000));
  expect(await seeGroups(two)).toMatchObject({ ahead: [id], over: [] });
  moveClock(new Date(over));
  expect(await seeGroups(two)).toMatchObject({ ahead: [], over: [id] });
});
