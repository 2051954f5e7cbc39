import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { isViewOffered } from '#lib/journal/queries';
import { newcomer, personOf, signIn } from '#lib/testing/accounts';
import {
  closeJournal,
  dropEntry,
  lockAfter,
  openWith,
  seeEntries,
  seeEntry,
  stayInJournal,
  writeEntry,
} from '#lib/testing/journal';
import { as, createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';
import { heldTalk } from '#lib/testing/talks';

const owner = new pg.Client(env.DATABASE_URL);
const app = new pg.Client(env.APP_DATABASE_URL);
beforeAll(() => Promise.all([owner.connect(), app.connect()]));
afterAll(() => Promise.all([owner.end(), app.end()]));

let one: Person;
let two: Person;
beforeEach(async () => {
  [one, two] = await createCouple();
});
afterEach(() => moveClock());

const minutesOn = (minutes: number) => moveClock(new Date(Date.now() + minutes * 60_000));

describe('an entry', () => {
  test('is written, written on, and deleted, and makes no event', async () => {
    const begun = await writeEntry(one, { text: '  It rained. \r\nAll day.  ' });
    expect(begun).toMatchObject({ status: 200, body: { form: 'free', n: 1, text: 'It rained. \nAll day.' } });
    const { id } = begun.body;
    expect((await writeEntry(one, { after: 1, text: 'It rained.' }, id)).body).toMatchObject({ n: 2 });
    expect((await seeEntries(one)).body.entries).toEqual([
      expect.objectContaining({ id, form: 'free', begins: 'It rained.' }),
    ]);
    for (let i = 0; i < 2; i++) expect((await dropEntry(one, id)).status).toBe(204);
    expect((await seeEntry(one, id)).status).toBe(404);
    expect(await listNames(one)).toEqual([]);
  });

  test('names what is felt, by the words of the library', async () => {
    const named = { form: 'feeling', sensations: [], feelings: ['stretched-thin', 'glad'], needs: [] };
    const { body } = await writeEntry(one, { ...named, text: undefined });
    expect(body).toMatchObject({ ...named, text: null });
    expect((await seeEntries(one)).body.entries[0]).toMatchObject({ begins: null, feelings: named.feelings });
  });

  test('is found again page by page', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 43; i++) ids.unshift((await writeEntry(one, { text: `Day ${i}` })).body.id);
    const first = (await seeEntries(one)).body;
    const rest = (await seeEntries(one, { before: first.next ?? '' })).body;
    expect([...first.entries, ...rest.entries].map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(rest.next).toBeNull();
  });

  test('that another device wrote meanwhile is not overwritten: it is told', async () => {
    const { id } = (await writeEntry(one)).body;
    await writeEntry(one, { after: 1, text: 'On the phone' }, id);
    const late = await writeEntry(one, { after: 1, text: 'On the laptop' }, id);
    expect(late).toMatchObject({ status: 409, code: 'entry_changed', present: { text: 'On the phone', n: 2 } });
    expect((await writeEntry(one, { after: 2, text: 'On the laptop' }, id)).body).toMatchObject({ n: 3 });
  });

  test('sent twice, and twice at once, is written once', async () => {
    const id = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => writeEntry(one, {}, id)));
    expect(sent.map(({ status, body }) => [status, body.n])).toEqual([1, 2, 3].map(() => [200, 1]));
    const on = await Promise.all([1, 2].map(() => writeEntry(one, { after: 1, text: 'More' }, id)));
    expect(on.map(({ status, body }) => [status, body.n])).toEqual([1, 2].map(() => [200, 2]));
    const both = await Promise.all(['This', 'That'].map((text) => writeEntry(one, { after: 2, text }, id)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is nobody else’s to read, write or delete', async () => {
    const { id } = (await writeEntry(one)).body;
    for (const person of [two, await createPerson()]) {
      expect((await seeEntry(person, id)).status).toBe(404);
      for (const after of [0, 1]) expect((await writeEntry(person, { after, text: 'Theirs' }, id)).status).toBe(404);
      expect((await dropEntry(person, id)).status).toBe(204);
      expect((await seeEntries(person)).body.entries).toEqual([]);
    }
    expect((await seeEntry(one, id)).body).toMatchObject({ text: 'It rained all day.', n: 1 });
    expect((await seeEntry(null, id)).status).toBe(401);
  });

  test.each([
    ['of no form', { form: 'poem' }],
    ['that does not say what it follows', { after: undefined }],
    ['that is too long', { text: 'x'.repeat(15_001) }],
    ['with a word of nobody’s', { form: 'feeling', sensations: [], feelings: ['grumpelig'], needs: [] }],
    ['with a word twice', { form: 'feeling', sensations: [], feelings: ['glad', 'glad'], needs: [] }],
    ['free, with words picked', { feelings: ['glad'] }],
  ])('%s is refused', async (_, body) => {
    expect((await writeEntry(one, body)).status).toBe(422);
  });

  test('stays when the partner leaves', async () => {
    const { id } = (await writeEntry(one)).body;
    await leave(two);
    expect((await seeEntry(one, id)).body.text).toBe('It rained all day.');
    await leave(one);
    expect((await owner.query('SELECT 1 FROM entry WHERE id = $1', [id])).rows).toEqual([]);
  });
});

describe('the lock', () => {
  test('asks for the password after 15 minutes away, in that session, and of the API too', async () => {
    const mika = await newcomer();
    const elsewhere = await personOf(await signIn(mika.email));
    const { id } = (await writeEntry(mika)).body;
    minutesOn(10);
    expect((await stayInJournal(mika)).status).toBe(204);
    minutesOn(20);
    expect((await seeEntry(mika, id)).status).toBe(200);
    // Looking is no use of it: only what somebody does keeps it open.
    minutesOn(26);
    for (const answer of [
      await seeEntry(mika, id),
      await seeEntries(mika),
      await writeEntry(mika, { after: 1 }, id),
      await dropEntry(mika, id),
      await stayInJournal(mika),
      await seeEntries(elsewhere),
    ])
      expect(answer).toMatchObject({ status: 423, code: 'journal_locked' });
    expect(await openWith(mika, 'not it, not it')).toMatchObject({ status: 422, code: 'wrong_password' });
    expect((await seeEntry(mika, id)).status).toBe(423);
    expect((await openWith(mika, mika.password)).status).toBe(204);
    expect((await seeEntry(mika, id)).body.n).toBe(1);
    expect((await seeEntry(elsewhere, id)).status).toBe(423);
  });

  test('is the database’s: a session that is away finds no row, also by SQL', async () => {
    const mika = await newcomer();
    await writeEntry(mika);
    const count = async (at: Date) => {
      await app.query('BEGIN');
      try {
        await app.query('SELECT * FROM app.enter($1, $2)', [mika.sessionId, at]);
        return (await app.query('SELECT 1 FROM entry')).rowCount;
      } finally {
        await app.query('ROLLBACK');
      }
    };
    expect(await count(new Date())).toBe(1);
    expect(await count(new Date(Date.now() + 16 * 60_000))).toBe(0);
  });

  test('can be had later, sooner or never, for the password', async () => {
    const mika = await newcomer();
    expect((await lockAfter(mika, 0, 'not it, not it')).status).toBe(422);
    expect((await lockAfter(mika, 7, mika.password)).status).toBe(422);
    expect((await lockAfter(mika, 5, mika.password)).status).toBe(204);
    minutesOn(6);
    expect((await seeEntries(mika)).status).toBe(423);
    expect((await lockAfter(mika, 0, mika.password)).status).toBe(204);
    minutesOn(60 * 24 * 30);
    expect((await seeEntries(mika)).status).toBe(200);
  });

  test('can be turned at once', async () => {
    const mika = await newcomer();
    expect((await closeJournal(mika)).status).toBe(204);
    expect((await seeEntries(mika)).status).toBe(423);
  });

  test('cannot be guessed at', async () => {
    const mika = await newcomer();
    const tries: number[] = [];
    for (let i = 0; i < 12; i++) tries.push((await openWith(mika, `wrong wrong ${i}`)).status);
    expect(tries).toContain(422);
    expect(tries.at(-1)).toBe(429);
    expect((await openWith(mika, mika.password)).status).toBe(429);
  });
});

describe('a friend’s view', () => {
  test('is offered on the day after a talk, to each, until they have written', async () => {
    moveClock(new Date('2026-11-23T18:00:00Z'));
    await heldTalk(one, two);
    expect(await as(one, isViewOffered)).toBe(false);
    moveClock(new Date('2026-11-24T18:00:00Z'));
    for (const person of [one, two]) expect(await as(person, isViewOffered)).toBe(true);
    await writeEntry(one, { form: 'friend' });
    expect(await as(one, isViewOffered)).toBe(false);
    expect(await as(two, isViewOffered)).toBe(true);
    moveClock(new Date('2026-11-25T18:00:00Z'));
    expect(await as(two, isViewOffered)).toBe(false);
  });
});
