import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DELETE as unlearn } from '#app/api/card/learned/[taste]/route';
import { GET as read, PUT as write } from '#app/api/card/route';
import { PUT as show } from '#app/api/card/showing/route';
import { DELETE as drop, PUT as note } from '#app/api/observations/[id]/route';
import { GET as list } from '#app/api/observations/route';
import { changeCard, mostObservations, type ObservationView, teachCard } from '#lib/cards/queries';
import type { CardView } from '#lib/cards/view';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { tastes } from '#lib/ideas/kinds';
import { as, createCouple, createPerson, leave, type Person } from '#lib/testing/people';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());
afterEach(() => moveClock());

const card = {
  likes: ['massage', 'cooking'],
  noes: ['dancing'],
  words: { food: { likes: 'Plums' } },
  budget: 'little',
};
const codeOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.error as { code?: string } | undefined)?.code;
const put = (person: Person, body: unknown = card) => call(person, write, 'PUT', { body });
const turn = (person: Person, shown: boolean) => call(person, show, 'PUT', { body: { shown } });
const see = async (person: Person) =>
  (await call(person, read, 'GET')).body as unknown as { mine: CardView | null; theirs: CardView | null };
const eventsOf = async ({ coupleId }: Person) =>
  (await owner.query('SELECT name, subject_id FROM event WHERE couple_id = $1 ORDER BY seq', [coupleId])).rows.map(
    ({ name, subject_id }) => [name, subject_id],
  );
const rowOf = async ({ userId }: Person) =>
  (await owner.query('SELECT shown_to_id, sealed_body FROM card WHERE user_id = $1', [userId])).rows[0];

/** The key a card is sealed with: the couple's or its owner's own. */
async function keyOf(person: Person): Promise<'couple' | 'user'> {
  const { sealed_body: sealed } = await rowOf(person);
  const { rows } = await owner.query('SELECT couple_id FROM vault_key WHERE id = $1', [
    sealed.subarray(1, 17).toString('hex'),
  ]);
  return rows[0].couple_id ? 'couple' : 'user';
}

describe('a card', () => {
  test('is nobody’s until it is written, and then mine alone', async () => {
    const [one, two] = await createCouple();
    expect(await see(one)).toEqual({ mine: null, theirs: null });
    const { status, body } = await put(one);
    const mine = { ...card, likes: ['cooking', 'massage'], learned: {}, shown: false };
    expect([status, body]).toEqual([200, { mine, theirs: null }]);
    // Neither what it says, nor that there is one.
    expect(await see(two)).toEqual({ mine: null, theirs: null });
    expect(await keyOf(one)).toBe('user');
    expect(await eventsOf(two)).toEqual([]);
  });

  test('shown, it is read by the partner, also when it changes; put away, not even that it is there', async () => {
    const [one, two] = await createCouple();
    await put(one);
    expect((await turn(one, true)).body.mine).toMatchObject({ shown: true });
    expect(await keyOf(one)).toBe('couple');
    expect((await see(two)).theirs).toMatchObject({ noes: ['dancing'], shown: true });
    await put(one, { ...card, noes: ['singing'] });
    expect(await keyOf(one)).toBe('couple');
    expect((await see(two)).theirs).toMatchObject({ noes: ['singing'] });
    expect((await turn(one, false)).body.mine).toMatchObject({ shown: false });
    expect(await keyOf(one)).toBe('user');
    expect(await see(two)).toEqual({ mine: null, theirs: null });
    expect((await see(one)).mine).toMatchObject({ noes: ['singing'] });
  });

  test('is told only when that changes; showing twice is once, and both have their own', async () => {
    const [one, two] = await createCouple();
    await put(one);
    await put(two, { likes: [], noes: [], words: {} });
    for (const shown of [false, true, true, false, false]) await turn(one, shown);
    await Promise.all([turn(one, true), turn(one, true), turn(one, true)]);
    expect(await eventsOf(one)).toEqual([
      ['card.shown', null],
      ['card.hidden', null],
      ['card.shown', null],
    ]);
    expect(await see(two)).toMatchObject({ mine: { likes: [], shown: false }, theirs: { shown: true } });
  });

  test('can be written alone, and is shown to somebody only', async () => {
    const one = await createPerson();
    await put(one);
    expect(codeOf(await turn(one, true))).toBe('alone');
    expect((await turn(one, false)).status).toBe(200);
    expect(await eventsOf(one)).toEqual([]);
    const two = await createPerson({ name: 'Noor' }, one);
    expect((await see(two)).theirs).toBeNull();
  });

  test('shown to somebody who has left, it is shown to nobody until it is shown anew', async () => {
    const [one, former] = await createCouple();
    await put(one);
    await turn(one, true);
    await leave(former);
    expect((await see(one)).mine).toMatchObject({ ...card, likes: ['cooking', 'massage'], shown: false });
    const next = await createPerson({ name: 'Ari' }, one);
    expect((await see(next)).theirs).toBeNull();
    // Writing on does not show it either, and takes it back under one's own key.
    await put(one);
    expect([await keyOf(one), (await see(next)).theirs]).toEqual(['user', null]);
    await turn(one, true);
    expect((await see(next)).theirs).toMatchObject({ noes: ['dancing'] });
  });

  test('shown to somebody who is in another couple by now, it can still be written, for nobody', async () => {
    const [one, former] = await createCouple();
    await put(one);
    await turn(one, true);
    const elsewhere = await createPerson();
    await owner.query('UPDATE member SET couple_id = $2, slot = 2 WHERE user_id = $1', [
      former.userId,
      elsewhere.coupleId,
    ]);
    expect((await see(former)).theirs).toBeNull();
    expect((await see(one)).mine).toMatchObject({ shown: false });
    expect((await put(one)).status).toBe(200);
    expect((await rowOf(one)).shown_to_id).toBeNull();
    expect((await see(former)).theirs).toBeNull();
  });

  test('of another couple is not there', async () => {
    const [one] = await createCouple();
    const [stranger] = await createCouple();
    await put(one);
    await turn(one, true);
    expect(await see(stranger)).toEqual({ mine: null, theirs: null });
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['a taste in both', { likes: ['cooking'], noes: ['cooking'] }, 'noes', 'invalid'],
    ['a taste that nobody knows', { likes: ['fame'] }, 'likes.0', 'invalid'],
    ['words in a part of life that there is not', { words: { war: { likes: 'x' } } }, 'war', 'unknown'],
    ['too many words', { words: { food: { likes: 'x'.repeat(301) } } }, 'words.food.likes', 'too_long'],
    ['no words', { words: { food: { noes: ' ' } } }, 'words.food.noes', 'required'],
    ['a purse that there is not', { budget: 'a lot' }, 'budget', 'invalid'],
    ['what it has learned', { learned: { cooking: 3 } }, 'learned', 'unknown'],
    ['whether it is shown', { shown: true }, 'shown', 'unknown'],
  ])('%s is refused, and what stood there stays', async (_, change, field, problem) => {
    const [one] = await createCouple();
    await put(one);
    const { status, body } = await put(one, { likes: [], noes: [], words: {}, ...change });
    expect(status).toBe(422);
    const { fields } = body.error as { fields: Record<string, string> };
    expect(fields).toEqual({ [field]: problem });
    expect((await see(one)).mine).toMatchObject({ noes: ['dancing'], budget: 'little' });
  });

  test('takes everything there is, in every writing, and a taste twice is once', async () => {
    const [one] = await createCouple();
    const full = {
      likes: [...tastes, ...tastes].slice(0, tastes.length),
      noes: [],
      words: { food: { likes: '心\n'.repeat(149).trim(), noes: '👩‍👩‍👧, ليمون' }, gifts: {} },
      budget: 'much',
      energy: 'high',
      access: 'a step-free way; '.repeat(29).trim(),
      surprise: 'hints',
    };
    expect((await put(one, full)).body.mine).toEqual({ ...full, likes: tastes, learned: {}, shown: false });
    expect((await put(one, { ...card, likes: ['cooking', 'cooking'] })).body.mine).toMatchObject({
      likes: ['cooking'],
    });
    // What is left out is gone.
    expect((await see(one)).mine).not.toHaveProperty('energy');
  });

  test('two changes at once follow one another', async () => {
    const [one, two] = await createCouple();
    const answers = await Promise.all([
      put(one),
      turn(one, true),
      put(one),
      as(one, (s) => teachCard(s, ['water'], 1)),
    ]);
    expect(answers.slice(0, 3).map((answer) => answer?.status)).toEqual([200, 200, 200]);
    expect((await see(two)).theirs).toMatchObject({ noes: ['dancing'], learned: { water: 1 }, shown: true });
    expect(await keyOf(one)).toBe('couple');
  });
});

describe('what a card has learned', () => {
  test('goes up and down within its bounds, and stays when the card is written anew', async () => {
    const [one] = await createCouple();
    await put(one);
    for (let times = 0; times < 5; times++) await as(one, (scope) => teachCard(scope, ['water', 'cooking'], 1));
    for (let times = 0; times < 2; times++) await as(one, (scope) => teachCard(scope, ['cooking'], -1));
    for (let times = 0; times < 5; times++) await as(one, (scope) => teachCard(scope, ['singing'], -1));
    expect((await put(one)).body.mine).toMatchObject({ learned: { water: 3, cooking: 1, singing: -3 } });
    await as(one, (scope) => teachCard(scope, ['cooking'], -1));
    expect((await see(one)).mine?.learned).toEqual({ water: 3, singing: -3 });
  });

  test('of what was enough, its owner alone reads, also while it is shown', async () => {
    const [one, two] = await createCouple();
    await put(one);
    await as(one, (scope) => teachCard(scope, ['water'], 1));
    await as(one, (scope) => teachCard(scope, ['singing', 'woods'], -1));
    await turn(one, true);
    const learned = { water: 1, singing: -1, woods: -1 };
    expect((await see(one)).mine?.learned).toEqual(learned);
    expect((await see(two)).theirs?.learned).toEqual({ water: 1 });
    // Nor with what the partner writes, shows or learns.
    expect((await put(two)).body.theirs).toMatchObject({ learned: { water: 1 } });
    expect((await turn(two, true)).body.theirs).toMatchObject({ learned: { water: 1 } });
    expect((await put(one)).body.mine).toMatchObject({ learned });
    await as(one, (scope) => teachCard(scope, ['water'], -1));
    expect((await see(two)).theirs?.learned).toEqual({});
  });

  test('makes a card that nobody sees, where there was none', async () => {
    const [one, two] = await createCouple();
    await as(one, (scope) => teachCard(scope, ['water'], 1));
    expect(await see(one)).toMatchObject({ mine: { likes: [], learned: { water: 1 }, shown: false } });
    expect((await see(two)).theirs).toBeNull();
  });

  test('can be taken from it, taste by taste, twice is once; without a card nothing is made', async () => {
    const [one, two] = await createCouple();
    const forget = (person: Person, taste: string) => call(person, unlearn, 'DELETE', { params: { taste } });
    expect((await forget(one, 'water')).status).toBe(204);
    expect((await see(one)).mine).toBeNull();
    await as(one, (scope) => teachCard(scope, ['water', 'woods'], 1));
    for (const _ of [1, 2]) expect((await forget(one, 'water')).status).toBe(204);
    expect((await forget(two, 'woods')).status).toBe(204);
    expect((await see(one)).mine?.learned).toEqual({ woods: 1 });
    expect(codeOf(await forget(one, 'fame'))).toBe('not_found');
    expect(await eventsOf(one)).toEqual([]);
  });

  test('is unknown to whoever changes a card by its own rules', async () => {
    const [one] = await createCouple();
    expect(await as(one, (scope) => changeCard(scope, (kept) => kept))).toEqual({ wasShown: false });
  });
});

describe('what I noticed', () => {
  const write = (person: Person, text: string, id: string = randomUUID()) =>
    call(person, note, 'PUT', { params: { id }, body: { text } });
  const see = async (person: Person) => (await call(person, list, 'GET')).body.observations as ObservationView[];

  test('is mine alone, under my own key, the newest first', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    await write(one, 'Hums when it rains');
    moveClock(new Date('2026-11-21T12:00:00Z'));
    const { body } = await write(one, 'Keeps\ntickets');
    expect(await see(one)).toEqual([
      { id: body.id, text: 'Keeps\ntickets', at: expect.stringContaining('2026-11-21'), isAboutNow: true },
      expect.objectContaining({ text: 'Hums when it rains', isAboutNow: true }),
    ]);
    expect(await see(two)).toEqual([]);
    expect(await eventsOf(two)).toEqual([]);
    const { rows } = await owner.query(
      `SELECT k.user_id FROM observation o JOIN vault_key k ON k.id = encode(substr(o.sealed_body, 2, 16), 'hex')::uuid WHERE o.id = $1`,
      [body.id],
    );
    expect(rows).toEqual([{ user_id: one.userId }]);
  });

  test('sent again it stands once, changed it stays in its place, dropped it is gone', async () => {
    const [one] = await createCouple();
    const id = randomUUID();
    await write(one, 'Once', id);
    await write(one, 'Better', id);
    expect(await see(one)).toMatchObject([{ id, text: 'Better' }]);
    const both = await Promise.all([write(one, 'a', id), write(one, 'b', id)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    for (const _ of [1, 2]) expect((await call(one, drop, 'DELETE', { params: { id } })).status).toBe(204);
    expect(await see(one)).toEqual([]);
  });

  test('the same new one sent twice at once stands once', async () => {
    const [one] = await createCouple();
    for (let round = 0; round < 5; round++) {
      const id = randomUUID();
      const sent = await Promise.all([write(one, 'Once', id), write(one, 'Once', id), write(one, 'Once', id)]);
      expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    expect(await see(one)).toHaveLength(5);
  });

  test('of the partner or a stranger is neither read, changed nor dropped', async () => {
    const [one, two] = await createCouple();
    const [stranger] = await createCouple();
    const id = randomUUID();
    await write(one, 'Mine', id);
    for (const person of [two, stranger]) {
      expect(codeOf(await write(person, 'Forged', id))).toBe('conflict');
      await call(person, drop, 'DELETE', { params: { id } });
      expect(await see(person)).toEqual([]);
    }
    expect(await see(one)).toMatchObject([{ text: 'Mine' }]);
  });

  test('about somebody before stays, and says so', async () => {
    const alone = await createPerson();
    await write(alone, 'Written alone');
    const former = await createPerson({ name: 'Noor' }, alone);
    await write(alone, 'About Noor');
    await leave(former);
    await createPerson({ name: 'Ari' }, alone);
    expect((await see(alone)).map(({ text, isAboutNow }) => [text, isAboutNow])).toEqual([
      ['About Noor', false],
      ['Written alone', true],
    ]);
  });

  test.each([
    ['nothing', ' \n', 'required'],
    ['too much', 'x'.repeat(501), 'too_long'],
    ['a number', 7, 'invalid'],
  ])('%s is refused beside the field', async (_, text, problem) => {
    const [one] = await createCouple();
    const { status, body } = await call(one, note, 'PUT', { params: { id: randomUUID() }, body: { text } });
    expect([status, body.error]).toEqual([422, expect.objectContaining({ fields: { text: problem } })]);
    expect(codeOf(await write(one, 'x', 'no-id'))).toBe('not_found');
    expect(await see(one)).toEqual([]);
  });

  test('is enough at three hundred, and an old one can still be changed', async () => {
    const [one] = await createCouple();
    const id = randomUUID();
    await write(one, 'First', id);
    await owner.query(
      `INSERT INTO observation (id, user_id, sealed_body)
       SELECT gen_random_uuid(), user_id, sealed_body FROM observation, generate_series(2, $2) WHERE id = $1`,
      [id, mostObservations],
    );
    expect(codeOf(await write(one, 'One more'))).toBe('said_enough');
    expect((await write(one, 'Changed', id)).status).toBe(200);
    await call(one, drop, 'DELETE', { params: { id } });
    expect((await write(one, 'One more')).status).toBe(200);
  });
});
