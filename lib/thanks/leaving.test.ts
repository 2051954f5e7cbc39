import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST as confirm } from '#app/api/invites/[id]/confirm/route';
import { POST as accept } from '#app/api/invites/accept/route';
import { POST as invite, GET as readInvites } from '#app/api/invites/route';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { giveDueThanks } from '#lib/jobs/tasks/give-thanks';
import { createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import { listNames, writeUnguarded } from '#lib/testing/plans';
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
} from '#lib/testing/thanks';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(() => moveClock(new Date('2026-11-23T18:00:00Z')));
afterEach(() => moveClock());

/** Brings two as far as the inviter's yes. @returns what says it */
async function meet(inviter: Person, accepter: Person) {
  const id = randomUUID();
  const { body } = await call(inviter, invite, 'POST', { body: { id } });
  await call(accepter, accept, 'POST', { body: { token: String(body.link).split('/').at(-1) } });
  const { mine } = (await call(inviter, readInvites, 'GET')).body as { mine: { accepter: { id: string } } };
  return () => call(inviter, confirm, 'POST', { params: { id }, body: { accepterId: mine.accepter.id } });
}
async function link(inviter: Person, accepter: Person): Promise<void> {
  expect((await (await meet(inviter, accepter))()).status).toBe(200);
}
const rowsOf = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows;
const kept = async (person: Person) => (await listThanks(person)).body.kept;

describe('two become a couple', () => {
  test('what each wrote alone waits on, and is theirs alone until they give it', async () => {
    const [stays, comes] = [await createPerson({ name: 'Mika' }), await createPerson({ name: 'Noor' })];
    const mine = await thanked(stays, { give: 'kept' });
    const theirs = await thanked(comes, { give: 'talk', did: 'You wrote first' });
    const { id: loved } = (await love(comes)).body;
    await link(stays, comes);
    expect((await kept(stays)).map(({ id }) => id)).toEqual([mine]);
    expect((await kept(comes)).map(({ id }) => id)).toEqual([theirs]);
    for (const step of [seeThanks, giveIt]) expect((await step(stays, theirs)).outcome).toBe('not_found');
    expect(await listNames(stays)).toEqual(['member.joined']);
    // Written under a key that moved along.
    expect((await giveIt(comes, theirs)).outcome).toBe(200);
    expect((await seeThanks(stays, theirs)).body.words?.did).toBe('You wrote first');
    expect((await giveLove(comes, loved)).outcome).toBe(200);
    expect((await seeThanks(stays, loved)).body.words?.did).toBe('How you hum');
  });

  test('while one writes: nothing is lost', async () => {
    for (let round = 0; round < 4; round++) {
      const [stays, comes] = [await createPerson(), await createPerson()];
      const [id, other] = [await thanked(comes, { give: 'kept' }), randomUUID()];
      const sayYes = await meet(stays, comes);
      const [linked, written, begun] = await Promise.all([
        sayYes(),
        thank(comes, { did: 'Rewritten', give: 'kept' }, id),
        thank(comes, { did: 'Begun', give: 'talk' }, other),
      ]);
      expect([linked.status, begun.outcome]).toEqual([200, 200]);
      expect([200, 'not_found']).toContain(written.outcome);
      expect((await kept(comes)).map((view) => view.id).sort()).toEqual([id, other].sort());
    }
  });
});

describe('one deletes their account', () => {
  let stays: Person;
  let goes: Person;
  beforeEach(async () => {
    [stays, goes] = await createCouple({ name: 'Mika' }, { name: 'Noor' });
  });

  test('what they had not given goes; what waits of the other’s is kept, and given by itself to nobody', async () => {
    const theirs = [
      await thanked(goes, { give: 'talk' }),
      await thanked(goes, { give: { day: '2026-11-24', time: '10:00' } }),
    ];
    await love(goes);
    const timed = await thanked(stays, { give: { day: '2026-11-24', time: '10:00' } });
    const forTalk = await thanked(stays, { give: 'talk' });
    const { id: loved } = (await love(stays)).body;
    await leave(goes);
    expect(await rowsOf('SELECT 1 FROM thanks WHERE id = ANY ($1)', [theirs])).toEqual([]);
    expect(await rowsOf('SELECT 1 FROM fondness WHERE user_id = $1', [goes.userId])).toEqual([]);
    const views = await kept(stays);
    expect(views.map(({ id }) => id).sort()).toEqual([timed, forTalk].sort());
    expect(views.map(({ waitsFor }) => waitsFor)).toEqual([null, null]);
    const comes = await createPerson({ name: 'Ari' });
    await link(stays, comes);
    moveClock(new Date('2026-11-25T18:00:00Z'));
    await giveDueThanks();
    expect((await seeThanks(comes, timed)).outcome).toBe('not_found');
    expect((await listLoved(stays)).body.fondness).toMatchObject([{ id: loved, isAboutNow: false }]);
    expect((await giveLove(stays, loved)).outcome).toBe('conflict');
    expect((await dropThanks(stays, timed)).outcome).toBe(204);
    expect(await listNames(comes)).toEqual(['member.joined']);
  });

  test('what was given stays without their words, and is nobody’s who comes later', async () => {
    const mine = await thanked(stays, { way: 'hug' });
    await answerIt(goes, mine, 'Their answer');
    const theirs = await thanked(goes);
    await answerIt(stays, theirs, 'My answer');
    const unanswered = await thanked(goes);
    await leave(goes);
    expect((await seeThanks(stays, mine)).body).toMatchObject({
      by: 'me',
      to: 'gone',
      words: { did: 'You warmed my side of the bed' },
      answer: { text: null },
    });
    expect((await seeThanks(stays, theirs)).body).toMatchObject({
      by: 'gone',
      words: null,
      answer: { text: 'My answer' },
    });
    for (const step of [receive, answerIt, putAway]) expect((await step(stays, unanswered)).outcome).toBe('alone');
    const comes = await createPerson({ name: 'Ari' });
    await link(stays, comes);
    for (const id of [mine, theirs, unanswered]) {
      for (const step of [seeThanks, receive, answerIt, putAway, show])
        expect((await step(comes, id)).outcome).toBe('not_found');
      for (const step of [receive, answerIt]) expect(['alone', 'not_found']).toContain((await step(stays, id)).outcome);
    }
    expect((await listThanks(comes)).body.thanks).toEqual([]);
    // What was with somebody before does not come out of the jar of these two.
    for (const person of [stays, comes]) expect((await draw(person)).body.thanks).toBeNull();
    expect(await listNames(comes)).toEqual(['member.joined']);
  });

  test('one that is due waits as long as its giver is alone', async () => {
    const alone = await createPerson();
    const id = await thanked(alone, { give: 'kept' });
    await writeUnguarded(owner, `UPDATE thanks SET give_at = '2026-11-23T17:00:00Z' WHERE id = $1`, [id]);
    await giveDueThanks();
    expect((await seeThanks(alone, id)).body.givenAt).toBeNull();
  });

  test('the last one takes all along', async () => {
    for (const [person, other] of [
      [stays, goes],
      [goes, stays],
    ] as const) {
      await answerIt(other, await thanked(person, { way: 'hug' }));
      await thanked(person, { give: 'kept' });
      await love(person);
      await draw(person);
    }
    const listLeft = async () => {
      const left = [];
      for (const table of ['thanks', 'fondness', 'aside']) {
        const sql = `SELECT 1 FROM ${table} t WHERE to_jsonb(t)::text ~ ANY ($1)`;
        if ((await rowsOf(sql, [[stays.coupleId, stays.userId, goes.userId]])).length > 0) left.push(table);
      }
      return left;
    };
    expect(await listLeft()).toHaveLength(3);
    await leave(goes);
    await leave(stays);
    expect(await listLeft()).toEqual([]);
  });

  test('while either writes: each step comes first or is refused, and nothing half done stays', async () => {
    const timed = { give: { day: '2026-11-24', time: '10:00' } };
    const acts: ((id: {
      mine: string;
      theirs: string;
      kept: string;
      loved: string;
    }) => Promise<{ outcome: unknown }>)[] = [
      ({ kept }) => giveIt(stays, kept),
      ({ kept }) => thank(stays, timed, kept),
      () => thank(stays),
      () => thank(stays, timed),
      () => thank(goes),
      () => thank(goes, timed),
      ({ loved }) => giveLove(stays, loved),
      ({ mine }) => answerIt(goes, mine),
      ({ theirs }) => answerIt(stays, theirs),
      ({ theirs }) => receive(stays, theirs),
      ({ theirs }) => putAway(stays, theirs),
      ({ mine }) => show(stays, mine),
    ];
    for (const [index, act] of [...acts, ...acts].entries()) {
      [stays, goes] = await createCouple();
      const ids = {
        mine: await thanked(stays),
        theirs: await thanked(goes),
        kept: await thanked(stays, { give: 'kept' }),
        loved: (await love(stays)).body.id,
      };
      const [{ outcome }] = await Promise.all([act(ids), leave(goes)]);
      expect([200, 'given', 'alone', 'not_found', 'unauthenticated'], `act ${index}`).toContain(outcome);
      expect(
        await rowsOf(
          `SELECT 1 FROM thanks WHERE couple_id = $1 AND (
             (given_at IS NULL AND (give_at IS NOT NULL OR giver_id IS NULL)) OR $2 = ANY (reader_ids)
             OR (giver_id IS NULL AND sealed_body IS NOT NULL)
             OR (giver_id = $3 AND sealed_answer IS NOT NULL))`,
          [stays.coupleId, goes.userId, stays.userId],
        ),
        `act ${index}`,
      ).toEqual([]);
      expect((await listNames(stays)).at(-1)).toBe('member.left');
    }
  }, 60_000);
});
