import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import ICAL from 'ical.js';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GET as readFeed } from '#app/api/calendar/[file]/route';
import { POST as renew } from '#app/api/calendar/renewal/route';
import { PUT as make, GET as read, DELETE as revoke } from '#app/api/calendar/route';
import { PUT as agree } from '#app/api/plans/[id]/agreement/route';
import { GET as readFile } from '#app/api/plans/[id]/calendar/route';
import { PUT as letGo } from '#app/api/plans/[id]/letgo/route';
import { PUT as live } from '#app/api/plans/[id]/lived/route';
import { PUT as propose } from '#app/api/plans/[id]/proposal/route';
import { PUT as reveal } from '#app/api/plans/[id]/reveal/route';
import { DELETE as drop, PUT as write } from '#app/api/plans/[id]/route';
import { PUT as sealPlan, DELETE as unsealPlan } from '#app/api/plans/[id]/seal/route';
import { PUT as tease, DELETE as untease } from '#app/api/plans/[id]/teaser/route';
import { PUT as counter } from '#app/api/plans/[id]/versions/[versionId]/route';
import { writeCalendar } from '#lib/calendar/file';
import type { Entry } from '#lib/calendar/queries';
import { hashToken } from '#lib/calendar/tokens';
import { moveClock } from '#lib/clock';
import { readDatabaseError } from '#lib/database-error';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { loadDispatcher } from '#lib/http/dispatch';
import type { RouteHandler } from '#lib/http/route';
import { makeToken } from '#lib/secret';
import { createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import { type Db, readAsCalendar } from '#lib/transaction';

const owner = new pg.Client(env.DATABASE_URL);
const app = new pg.Client(env.APP_DATABASE_URL);
beforeAll(() => Promise.all([owner.connect(), app.connect()]));
afterAll(() => Promise.all([owner.end(), app.end()]));
afterEach(() => moveClock());

const codeOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.error as { code?: string } | undefined)?.code;
const tokenOf = (address: string) => address.split('/').at(-1)?.replace('.ics', '') ?? '';

async function fetchFeed(address: string, headers: Record<string, string> = {}) {
  const params = { file: address.split('/').at(-1) };
  const asked = new Request(address, { headers: { host: 'localhost:3000', ...headers } });
  const response = await readFeed(asked, { params: Promise.resolve(params) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What an independent reader of calendars finds. */
function eventsIn(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const { startDate, endDate } = event;
    const show = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
    return {
      uid: event.uid,
      title: event.summary,
      start: show(startDate),
      end: show(endDate),
      stamp: (component.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().toISOString(),
    };
  });
}

async function makeFeed(person: Person, showsTitles = false): Promise<string> {
  const { status, body } = await call(person, make, 'PUT', { body: { showsTitles } });
  expect(status).toBe(200);
  return body.address as string;
}

async function done(person: Person, handler: RouteHandler, method: string, id: string, body?: unknown): Promise<void> {
  const answer = await call(person, handler, method, { params: { id }, ...(body !== undefined && { body }) });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
}

const evening = { day: '2026-11-28', time: '19:30', minutes: 90 };

/** A sealed surprise. */
async function surprise(person: Person, content: Record<string, unknown> = { title: 'Night train', when: evening }) {
  const id = randomUUID();
  await done(person, write, 'PUT', id, { kind: 'surprise', ...content });
  await done(person, sealPlan, 'PUT', id, {});
  return id;
}

/** Something both have said yes to. */
async function planned(one: Person, two: Person, content: Record<string, unknown>) {
  const id = randomUUID();
  await done(one, write, 'PUT', id, { kind: 'together', ...content });
  await done(one, propose, 'PUT', id);
  await done(two, agree, 'PUT', id, { n: 1 });
  return id;
}

describe('a file of entries', () => {
  const words = { name: 'Nearer', something: 'Something is planned', talk: 'Time to talk' };
  const entry: Entry = {
    id: randomUUID(),
    title: 'Plums',
    day: new Date('2026-11-28T00:00:00Z'),
    startsAt: null,
    minutes: null,
    saidAt: new Date('2026-11-01T10:00:00Z'),
  };
  const read = (changes: Partial<Entry>) => eventsIn(writeCalendar([{ ...entry, ...changes }], words))[0];

  test.each<[string, Partial<Entry>, string, string]>([
    ['a day', {}, '2026-11-28', '2026-11-29'],
    ['hours of a day that nobody named', { minutes: 90 }, '2026-11-28', '2026-11-29'],
    ['exactly a day', { minutes: 24 * 60 }, '2026-11-28', '2026-11-29'],
    ['two days and a bit', { minutes: 49 * 60 }, '2026-11-28', '2026-12-01'],
    ['a fortnight', { minutes: 14 * 24 * 60 }, '2026-11-28', '2026-12-12'],
    [
      'days across the night the clocks go back',
      { day: new Date('2026-10-24'), minutes: 2880 },
      '2026-10-24',
      '2026-10-26',
    ],
    [
      'a time',
      { startsAt: new Date('2026-11-28T18:30:00Z'), minutes: 45 },
      '2026-11-28T18:30:00.000Z',
      '2026-11-28T19:15:00.000Z',
    ],
    [
      'a time of which nobody said how long',
      { startsAt: new Date('2026-11-28T18:30:00Z') },
      '2026-11-28T18:30:00.000Z',
      '2026-11-28T20:30:00.000Z',
    ],
    [
      'two nights from an hour on',
      { startsAt: new Date('2026-11-28T18:30:00Z'), minutes: 48 * 60 },
      '2026-11-28T18:30:00.000Z',
      '2026-11-30T18:30:00.000Z',
    ],
    // The second of two half past twos in Madrid is an hour after the first.
    [
      'the hour that comes twice',
      { startsAt: new Date('2026-10-25T00:30:00Z'), minutes: 120 },
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T02:30:00.000Z',
    ],
  ])('%s takes as long as it takes', (_, changes, start, end) => {
    expect(read(changes)).toMatchObject({ uid: entry.id, start, end, stamp: '2026-11-01T10:00:00.000Z' });
  });

  test.each([
    ['commas and semicolons', 'Bread, wine; plums: "ripe", a\\b'],
    ['lines', 'One\nTwo\n\nThree'],
    ['pictures', '👩‍👩‍👧 🏳️‍🌈 e\u0301 ñ'],
    ['a hundred and twenty letters', 'ñ'.repeat(120)],
    ['a hundred and twenty pictures', '🌒'.repeat(120)],
    ['families, of several pictures each', '👨‍👩‍👧‍👦'.repeat(17)],
    ['other writing', 'سلام, שלום; 心'],
    ['what looks like the format', 'END:VEVENT BEGIN:VALARM ;X=1:mailto:x'],
  ])('%s come back as they were written, in lines that calendars take', (_, title) => {
    const text = writeCalendar([{ ...entry, title }], words);
    expect(eventsIn(text)).toMatchObject([{ title }]);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      // No character is cut in two.
      expect(line.isWellFormed()).toBe(true);
      expect(line).not.toContain('\n');
    }
  });

  test('without a title says only that something is planned', () => {
    expect(read({ title: null })?.title).toBe('Something is planned');
  });

  test('of nothing is a calendar with nothing in it', () => {
    expect(eventsIn(writeCalendar([], words))).toEqual([]);
  });
});

describe('the address', () => {
  test('is shown once, opens the feed without a cookie, and is kept as a hash alone', async () => {
    const [one] = await createCouple();
    expect((await call(one, read, 'GET')).body).toEqual({ calendar: null });
    const { body } = await call(one, make, 'PUT', { body: { showsTitles: false } });
    const address = body.address as string;
    expect(address).toMatch(/^http:\/\/localhost:3000\/api\/calendar\/[\w-]{43}\.ics$/);
    expect(body).toEqual({ showsTitles: false, address });
    const { status, headers } = await fetchFeed(address);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect((await call(one, read, 'GET')).body).toEqual({ calendar: { showsTitles: false } });
    expect((await call(one, make, 'PUT', { body: { showsTitles: true } })).body).toEqual({
      showsTitles: true,
      address: null,
    });
    expect((await fetchFeed(address)).status).toBe(200);
    const { rows } = await owner.query('SELECT token_hash FROM calendar WHERE user_id = $1', [one.userId]);
    expect(rows).toEqual([{ token_hash: Buffer.from(hashToken(tokenOf(address))) }]);
    expect(rows[0].token_hash).toHaveLength(32);
  });

  test('is one, when it is made on several devices at once', async () => {
    const [one] = await createCouple();
    const made = await Promise.all([1, 2, 3].map(() => call(one, make, 'PUT', { body: { showsTitles: true } })));
    expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
    const addresses = made.flatMap(({ body }) => (body.address as string | null) ?? []);
    expect(addresses).toHaveLength(1);
    expect((await fetchFeed(addresses[0] ?? '')).status).toBe(200);
  });

  test('renewed, the one before is dead; without a feed there is nothing to renew', async () => {
    const [one, two] = await createCouple();
    expect(codeOf(await call(one, renew, 'POST'))).toBe('not_found');
    const [first, partners] = [await makeFeed(one, true), await makeFeed(two)];
    const second = (await call(one, renew, 'POST')).body.address as string;
    expect((await fetchFeed(first)).status).toBe(404);
    expect([(await fetchFeed(second)).status, (await fetchFeed(partners)).status]).toEqual([200, 200]);
    expect((await call(one, read, 'GET')).body).toEqual({ calendar: { showsTitles: true } });
    const both = await Promise.all([call(one, renew, 'POST'), call(one, renew, 'POST')]);
    const alive = await Promise.all(both.map(({ body }) => fetchFeed(body.address as string)));
    expect(alive.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('revoked, it is dead; twice is once, and another one is another', async () => {
    const [one, two] = await createCouple();
    const [address, partners] = [await makeFeed(one, true), await makeFeed(two)];
    for (const _ of [1, 2]) expect((await call(one, revoke, 'DELETE')).status).toBe(204);
    expect((await fetchFeed(address)).status).toBe(404);
    expect((await fetchFeed(partners)).status).toBe(200);
    expect((await call(one, read, 'GET')).body).toEqual({ calendar: null });
    // Titles are off again.
    const next = await makeFeed(one);
    expect(next).not.toBe(address);
    expect((await fetchFeed(address)).status).toBe(404);
  });

  test('of an account that is gone is dead', async () => {
    const [one] = await createCouple();
    const address = await makeFeed(one);
    await leave(one);
    expect((await fetchFeed(address)).status).toBe(404);
  });

  test.each([
    ['of nobody', `${makeToken()}.ics`],
    ['without its ending', makeToken()],
    ['with another ending', `${makeToken()}.ICS`],
    ['too short', `${makeToken().slice(1)}.ics`],
    ['too long', `${makeToken()}${makeToken()}.ics`],
    ['with a sign in it', `${makeToken().slice(1)}'.ics`],
    ['with more after it', `${makeToken()}.ics.ics`],
    ['with a null character', `${makeToken().slice(1)}\u0000.ics`],
  ])('%s is not there, and says no more than that', async (_, file) => {
    const response = await readFeed(new Request('http://nearer.test/api/calendar/x'), {
      params: Promise.resolve({ file }),
    });
    expect([response.status, (await response.json()).error.code]).toEqual([404, 'not_found']);
    expect(response.headers.get('cache-control')).toContain('no-store');
  });

  test.each([{}, { showsTitles: 'yes' }, { showsTitles: true, token: 'x' }])('%j makes none', async (body) => {
    const [one] = await createCouple();
    expect((await call(one, make, 'PUT', { body })).status).toBe(422);
    expect((await call(one, read, 'GET')).body).toEqual({ calendar: null });
  });

  test('cannot be tried without end', async () => {
    const headers = { 'x-forwarded-for': randomUUID() };
    const tries = [];
    for (let i = 0; i < 605; i++) {
      tries.push((await fetchFeed(`http://nearer.test/api/calendar/${makeToken()}.ics`, headers)).status);
    }
    expect([...new Set(tries)]).toEqual([404, 429]);
    expect(tries.indexOf(429)).toBe(600);
  });
});

describe('the feed', () => {
  test('holds what is planned and lived, each to both, without titles unless one wants them', async () => {
    const [one, two] = await createCouple({}, { locale: 'es' });
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const train = await planned(one, two, { title: 'Bread, wine; 🌒', text: 'Bring a lamp', when: evening });
    const hills = await planned(two, one, { title: 'Hills', when: { day: '2026-12-05', minutes: 2 * 1440 } });
    await planned(one, two, { title: 'Some day' });
    const proposed = randomUUID();
    await done(one, write, 'PUT', proposed, { kind: 'together', title: 'Not yet', when: evening });
    await done(one, propose, 'PUT', proposed);
    const [mine, theirs] = [await makeFeed(one), await makeFeed(two, true)];
    const when = [
      { uid: train, start: '2026-11-28T18:30:00.000Z', end: '2026-11-28T20:00:00.000Z' },
      { uid: hills, start: '2026-12-05', end: '2026-12-07' },
    ];
    const quiet = await fetchFeed(mine);
    expect(eventsIn(quiet.text)).toMatchObject(when.map((one) => ({ ...one, title: 'Something is planned' })));
    expect(quiet.text).not.toMatch(/Bread|Hills|lamp|Mika|Noor|nearer\.test/i);
    expect(eventsIn((await fetchFeed(theirs)).text).map(({ title }) => title)).toEqual(['Bread, wine; 🌒', 'Hills']);
    expect((await fetchFeed(theirs)).text).not.toContain('lamp');
    // Each as they wish, and in their own language.
    await call(two, make, 'PUT', { body: { showsTitles: false } });
    expect(eventsIn((await fetchFeed(theirs)).text)[0]?.title).toBe('Hay algo planeado');
    moveClock(new Date('2026-11-29T12:00:00Z'));
    await done(one, live, 'PUT', train, { day: '2026-11-28' });
    await done(two, letGo, 'PUT', hills);
    expect(eventsIn((await fetchFeed(mine)).text)).toMatchObject([when[0]]);
    // What is long over makes way.
    moveClock(new Date('2027-12-01T12:00:00Z'));
    expect(eventsIn((await fetchFeed(mine)).text)).toEqual([]);
  });

  test('moves a plan when both have agreed to another time, under the same name', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const id = await planned(one, two, { title: 'Hills', when: evening });
    const feed = await makeFeed(one, true);
    const before = eventsIn((await fetchFeed(feed)).text)[0];
    moveClock(new Date('2026-11-21T12:00:00Z'));
    const body = { kind: 'countered', after: 1, title: 'Hills, later', when: { ...evening, time: '21:00' } };
    expect((await call(two, counter, 'PUT', { params: { id, versionId: randomUUID() }, body })).status).toBe(200);
    // Asked anew, it is not planned.
    expect(eventsIn((await fetchFeed(feed)).text)).toEqual([]);
    await done(one, agree, 'PUT', id, { n: 2 });
    const [after] = eventsIn((await fetchFeed(feed)).text);
    expect(after).toMatchObject({ uid: before?.uid, title: 'Hills, later', start: '2026-11-28T20:00:00.000Z' });
    expect([before?.stamp.slice(0, 10), after?.stamp.slice(0, 10)]).toEqual(['2026-11-20', '2026-11-21']);
  });

  test('shows of a surprise what its teaser says, and nothing else that is done to it', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const [mine, theirs] = [await makeFeed(one, true), await makeFeed(two, true)];
    const empty = (await fetchFeed(theirs)).text;
    const id = await surprise(one);
    // Nothing, before it is teased: not in its author's either, which lies about too.
    for (const feed of [mine, theirs]) expect((await fetchFeed(feed)).text).toBe(empty);

    const when = { day: '2026-11-28', time: '18:00' };
    moveClock(new Date('2026-11-21T12:00:00Z'));
    await done(one, tease, 'PUT', id, { when, wear: 'Warm boots' });
    const teased = (await fetchFeed(theirs)).text;
    expect(eventsIn(teased)).toEqual([
      {
        uid: id,
        title: 'Something is planned',
        start: '2026-11-28T17:00:00.000Z',
        end: '2026-11-28T19:00:00.000Z',
        stamp: '2026-11-21T12:00:00.000Z',
      },
    ]);
    expect(teased).not.toMatch(/boots|train/i);
    expect((await fetchFeed(mine)).text).toBe(teased);

    // Rewritten five times, moved, sealed anew with a time of its own, and its hints changed: not a byte.
    for (let n = 1; n <= 5; n++) {
      moveClock(new Date(`2026-11-22T1${n}:00:00Z`));
      const anew = { kind: 'surprise', title: `Another ${n}`, when: { day: '2026-12-24', minutes: n * 60 } };
      await done(one, write, 'PUT', id, anew);
      await done(one, sealPlan, 'PUT', id, { opens: { day: '2026-11-28', time: `1${n}:00` } });
      await done(one, tease, 'PUT', id, { when, wear: `Boots ${n}`, note: 'Bring nothing' });
      for (const feed of [mine, theirs]) expect((await fetchFeed(feed)).text).toBe(teased);
    }

    // Another time is another time, of the same thing.
    moveClock(new Date('2026-11-23T12:00:00Z'));
    await done(one, tease, 'PUT', id, { when: { ...when, time: '20:00' } });
    expect(eventsIn((await fetchFeed(theirs)).text)).toMatchObject([
      { uid: id, start: '2026-11-28T19:00:00.000Z', stamp: '2026-11-23T12:00:00.000Z' },
    ]);

    // Revealed, it is the same thing by its own day and, for who wants it, its title: once, though what was told stays.
    await done(one, reveal, 'PUT', id);
    for (const feed of [mine, theirs]) {
      expect(eventsIn((await fetchFeed(feed)).text)).toMatchObject([
        { uid: id, title: 'Another 5', start: '2026-12-24' },
      ]);
    }
    await done(two, letGo, 'PUT', id);
    for (const feed of [mine, theirs]) expect((await fetchFeed(feed)).text).toBe(empty);
  });

  test('takes a surprise off with its teaser, with its seal, and with itself', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const theirs = await makeFeed(two);
    const empty = (await fetchFeed(theirs)).text;
    const id = await surprise(one);
    for (const [handler, method] of [
      [untease, 'DELETE'],
      [unsealPlan, 'DELETE'],
      [drop, 'DELETE'],
    ] as const) {
      await done(one, sealPlan, 'PUT', id, {});
      await done(one, tease, 'PUT', id, { when: evening });
      expect(eventsIn((await fetchFeed(theirs)).text)).toHaveLength(1);
      await done(one, handler, method, id);
      expect((await fetchFeed(theirs)).text).toBe(empty);
    }
  });

  test('keeps what only the teaser said, after the reveal too', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const [mine, theirs] = [await makeFeed(one), await makeFeed(two)];
    const id = await surprise(one, { title: 'Night train' });
    expect(eventsIn((await fetchFeed(mine)).text)).toEqual([]);
    await done(one, tease, 'PUT', id, { when: evening });
    for (const handler of [null, reveal]) {
      if (handler) await done(one, handler, 'PUT', id);
      for (const feed of [mine, theirs]) {
        expect(eventsIn((await fetchFeed(feed)).text)).toMatchObject([{ uid: id, start: '2026-11-28T18:30:00.000Z' }]);
      }
    }
  });

  test('of somebody before shows nothing of the couple’s any more', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    await planned(one, two, { title: 'Hills', when: evening });
    await done(one, tease, 'PUT', await surprise(one), { when: evening });
    const theirs = await makeFeed(two, true);
    expect(eventsIn((await fetchFeed(theirs)).text)).toHaveLength(2);
    const elsewhere = await createPerson();
    await owner.query('UPDATE member SET couple_id = $2, slot = 2 WHERE user_id = $1', [
      two.userId,
      elsewhere.coupleId,
    ]);
    expect(eventsIn((await fetchFeed(theirs)).text)).toEqual([]);
    // Nor does whoever comes after see what was planned with somebody else.
    const next = await createPerson({ name: 'Ari' }, one);
    expect(eventsIn((await fetchFeed(await makeFeed(next, true))).text)).toEqual([]);
    const [stranger] = await createCouple();
    expect(eventsIn((await fetchFeed(await makeFeed(stranger, true))).text)).toEqual([]);
  });

  test('of one who stays keeps what was lived, without the words of the one who left', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const [lived] = [await planned(two, one, { title: 'Hills', when: { day: '2026-11-20' } })];
    await planned(two, one, { title: 'Night train', when: evening });
    await done(one, tease, 'PUT', await surprise(one), { when: evening });
    await done(two, live, 'PUT', lived, { day: '2026-11-20' });
    const mine = await makeFeed(one, true);
    expect(eventsIn((await fetchFeed(mine)).text)).toHaveLength(3);
    await leave(two);
    expect(eventsIn((await fetchFeed(mine)).text)).toMatchObject([{ uid: lived, title: 'Something is planned' }]);
  });

  test('reads as its owner, and cannot write anything', async () => {
    const [one, two] = await createCouple();
    const hash = hashToken(tokenOf(await makeFeed(one)));
    await expect(readAsCalendar(hash, async ({ member }) => member.userId)).resolves.toBe(one.userId);
    const work: ((scope: { db: Db }) => Promise<unknown>)[] = [
      ({ db }) => db.calendar.deleteMany(),
      ({ db }) =>
        db.$executeRaw`SELECT app.record_event(${one.coupleId}::uuid, 'card.shown', ${one.userId}::uuid, NULL)`,
    ];
    for (const write of work) {
      const error = await readAsCalendar<unknown>(hash, write).catch((reason: unknown) => reason);
      expect(readDatabaseError(error).state).toBe('25006');
    }
    // Nor by raw SQL; and nothing makes the transaction one that writes.
    for (const sql of [
      `UPDATE calendar SET shows_titles = true`,
      `INSERT INTO observation (id, user_id, sealed_body) VALUES (gen_random_uuid(), app.user_id(), 'x')`,
      `SET LOCAL transaction_read_only = off`,
      `SET TRANSACTION READ WRITE`,
      `SELECT set_config('transaction_read_only', 'off', true)`,
    ]) {
      await app.query('BEGIN');
      await app.query('SELECT * FROM app.enter_calendar($1)', [hash]);
      await expect(app.query(sql), sql).rejects.toMatchObject({ code: expect.stringMatching(/^25/) });
      await app.query('ROLLBACK');
    }
    // The connection itself writes on.
    expect((await call(two, make, 'PUT', { body: { showsTitles: false } })).status).toBe(200);
    await app.query('BEGIN');
    expect((await app.query('SELECT * FROM app.enter_calendar($1)', [hashToken(makeToken())])).rows).toEqual([]);
    expect((await app.query('SELECT 1 FROM plan')).rows).toEqual([]);
    await app.query('ROLLBACK');
  });

  test('is asked for by GET and HEAD, and a cookie changes nothing', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    await planned(one, two, { title: 'Hills', when: evening });
    await surprise(one);
    const address = await makeFeed(two);
    const { pathname } = new URL(address);
    const dispatch = await loadDispatcher(join(import.meta.dirname, '..', '..', 'app', 'api'));
    const server = createServer((incoming, outgoing) => {
      if (!dispatch(incoming, outgoing)) outgoing.writeHead(299).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ask = async (method: string, path: string, cookie?: string) => {
      const { port } = server.address() as AddressInfo;
      const headers = { host: 'nearer.test', ...(cookie && { cookie }) };
      const [response] = await once(request({ port, host: '127.0.0.1', method, path, headers }).end(), 'response');
      let text = '';
      for await (const chunk of response) text += chunk;
      return { status: response.statusCode as number, headers: response.headers, text };
    };
    const plain = await ask('GET', pathname);
    expect([plain.status, eventsIn(plain.text).length]).toEqual([200, 1]);
    for (const cookie of [one.cookie, two.cookie, 'nearer.session=broken', (await createPerson()).cookie]) {
      expect((await ask('GET', pathname, cookie)).text).toBe(plain.text);
    }
    const head = await ask('HEAD', pathname);
    expect([head.status, head.text, head.headers['content-type']]).toEqual([200, '', 'text/calendar; charset=utf-8']);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const refused = await ask(method, pathname, two.cookie);
      expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
    expect((await ask('GET', pathname.replace('.ics', '.json'))).status).toBe(404);
    expect((await ask('GET', `${pathname}/`)).status).toBe(404);
    expect((await ask('GET', '/api/calendar/renewal')).status).toBe(405);
    server.close();
  });
});

describe('one plan as a file', () => {
  const fetchFile = async (person: Person, id: string) => {
    const asked = new Request('http://nearer.test/', { headers: { cookie: person.cookie } });
    const response = await readFile(asked, { params: Promise.resolve({ id }) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test('holds that one alone, for who may see it, under the name it has in the feed', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const id = await planned(one, two, { title: 'Hills', when: evening });
    await planned(one, two, { title: 'Woods', when: evening });
    const { status, headers, text } = await fetchFile(two, id);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-disposition')).toBe('attachment; filename="nearer.ics"');
    expect(eventsIn(text)).toMatchObject([
      { uid: id, title: 'Something is planned', start: '2026-11-28T18:30:00.000Z', end: '2026-11-28T20:00:00.000Z' },
    ]);
    // With its title for whose calendar shows titles.
    await makeFeed(two, true);
    expect(eventsIn((await fetchFile(two, id)).text)).toMatchObject([{ uid: id, title: 'Hills' }]);
    expect(eventsIn((await fetchFile(one, id)).text)).toMatchObject([{ uid: id, title: 'Something is planned' }]);
    const [stranger] = await createCouple();
    expect((await fetchFile(stranger, id)).status).toBe(404);
  });

  test('of a surprise holds what its teaser says, and without one it is not there', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    await makeFeed(two, true);
    await makeFeed(one, true);
    const id = await surprise(one);
    for (const person of [one, two]) expect((await fetchFile(person, id)).status).toBe(404);
    await done(one, tease, 'PUT', id, { when: { day: '2026-11-27' }, note: 'Sleep well' });
    for (const person of [one, two]) {
      const { text } = await fetchFile(person, id);
      expect(eventsIn(text)).toMatchObject([{ uid: id, title: 'Something is planned', start: '2026-11-27' }]);
      expect(text).not.toMatch(/sleep|train/i);
    }
    await done(one, untease, 'DELETE', id);
    for (const person of [one, two]) expect((await fetchFile(person, id)).status).toBe(404);
  });

  test('is not there for what has no day, or is not planned yet', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const some = await planned(one, two, { title: 'Some day' });
    const draft = randomUUID();
    await done(one, write, 'PUT', draft, { kind: 'together', title: 'Not yet', when: evening });
    for (const id of [some, draft, randomUUID(), 'no-id']) expect((await fetchFile(one, id)).status).toBe(404);
  });
});
