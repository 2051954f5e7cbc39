import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PUT as giveAnswer } from '#app/api/prompts/[id]/answer/route';
import { PUT as keepDraft } from '#app/api/prompts/[id]/draft/route';
import { PUT as ask } from '#app/api/prompts/[id]/route';
import { PUT as mute } from '#app/api/topics/[topic]/mute/route';
import type { EventView } from '#lib/events/catalogue';
import { cutSockets, refreshUser } from '#lib/events/publish';
import { call } from '#lib/http/call';
import { attachRealtime } from '#lib/realtime/server';
import { createCouple, createPerson, type Person } from '#lib/testing/people';
import { asSystem } from '#lib/transaction';

let server: Server;
let realtime: { close(): Promise<void> };
let url: string;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  realtime = attachRealtime(server);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(() => realtime.close());

type Open = Socket & { seen: { name: string; payload: unknown }[] };

function prepare(cookie: string | undefined, headers: Record<string, string> = {}): Open {
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { ...(cookie && { cookie }), ...headers },
  }) as Open;
  socket.seen = [];
  socket.onAny((name: string, payload: unknown) => socket.seen.push({ name, payload }));
  sockets.push(socket);
  return socket;
}

async function open(person: Person): Promise<Open> {
  const socket = prepare(person.cookie);
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}

/** Waits for something a socket is told. */
function told<T>(socket: Socket, name: string, is: (payload: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve) => {
    const listen = (payload: T) => {
      if (!is(payload)) return;
      socket.off(name, listen);
      resolve(payload);
    };
    socket.on(name, listen);
  });
}

async function askOwn(person: Person): Promise<string> {
  const id = randomUUID();
  await call(person, ask, 'PUT', { params: { id }, body: { words: 'Why so?', topic: 'joy', depth: 'light' } });
  return id;
}

const give = (person: Person, id: string) =>
  call(person, giveAnswer, 'PUT', { params: { id }, body: { id: randomUUID(), text: 'Words nobody else hears' } });

describe('a socket is let in', () => {
  test.each<[string, (person: Person) => Open]>([
    ['without a cookie', () => prepare(undefined)],
    ['with a forged one', ({ cookie }) => prepare(`${cookie.slice(0, -4)}AAAA`)],
    ['from another site’s page', ({ cookie }) => prepare(cookie, { origin: 'https://elsewhere.test' })],
    ['from a page without an address', ({ cookie }) => prepare(cookie, { origin: 'null' })],
  ])('never %s', async (_, prepareFor) => {
    const socket = prepareFor(await createPerson());
    await new Promise<void>((resolve) => socket.once('connect_error', () => resolve()));
    expect(socket.connected).toBe(false);
  });

  test('never after its session has ended', async () => {
    const person = await createPerson();
    await asSystem((db) => db.session.delete({ where: { id: person.sessionId } }));
    const socket = prepare(person.cookie);
    const error = await new Promise<Error>((resolve) => socket.once('connect_error', resolve));
    expect(error.message).toBe('unauthenticated');
  });

  test('from the server’s own page', async () => {
    const socket = prepare((await createPerson()).cookie, { origin: url });
    await once(socket as never, 'connect');
    expect(socket.connected).toBe(true);
  });
});

describe('an event', () => {
  test('reaches both, says what and which, and carries no word', async () => {
    const [one, two] = await createCouple();
    const [mine, theirs] = [await open(one), await open(two)];
    const id = await askOwn(one);
    const given = Promise.all(
      [mine, theirs].map((socket) => told<EventView>(socket, 'event', ({ name }) => name === 'answer.given')),
    );
    await give(one, id);
    for (const event of await given)
      expect(event).toEqual({ seq: 2, name: 'answer.given', actorId: one.userId, subjectId: id });
    const opened = told<EventView>(mine, 'event', ({ name }) => name === 'prompt.revealed');
    await give(two, id);
    expect(await opened).toMatchObject({ seq: 3, actorId: two.userId });
    expect(JSON.stringify([mine.seen, theirs.seen])).not.toContain('Words');
  });

  test('reaches nobody else, and what is private makes none', async () => {
    const [one, two] = await createCouple();
    const other = await createPerson();
    const stranger = await open(other);
    const partner = await open(two);
    const id = await askOwn(one);
    await call(one, keepDraft, 'PUT', { params: { id }, body: { text: 'x' } });
    await call(one, mute, 'PUT', { params: { topic: 'joy' } });
    // The last thing done is seen, so everything before it would have been.
    const last = told<EventView>(partner, 'event', ({ name }) => name === 'answer.given');
    await give(one, id);
    await last;
    expect(
      partner.seen.filter(({ name }) => name === 'event').map(({ payload }) => (payload as EventView).name),
    ).toEqual(['prompt.asked', 'answer.given']);
    // An event of the stranger's own comes after all that could have leaked.
    const own = told<EventView>(stranger, 'event', ({ actorId }) => actorId === other.userId);
    await askOwn(other);
    await own;
    expect(stranger.seen.filter(({ name }) => name === 'event')).toHaveLength(1);
  });
});

describe('presence', () => {
  const here =
    (...people: Person[]) =>
    (ids: string[]) =>
      ids.length === people.length && people.every(({ userId }) => ids.includes(userId));

  test('is told while both have it in front, and ends at once', async () => {
    const [one, two] = await createCouple();
    const [mine, theirs] = [await open(one), await open(two)];
    const both = told<string[]>(mine, 'presence', here(one, two));
    mine.emit('front', true);
    theirs.emit('front', true);
    await both;
    const alone = told<string[]>(mine, 'presence', here(one));
    theirs.emit('front', false);
    await alone;
    const again = told<string[]>(mine, 'presence', here(one, two));
    theirs.emit('front', true);
    await again;
    const left = told<string[]>(mine, 'presence', here(one));
    theirs.disconnect();
    await left;
  });

  test('of two devices lasts as long as one of them', async () => {
    const [one, two] = await createCouple();
    const mine = await open(one);
    await told(mine, 'presence');
    const [phone, desk] = [await open(two), await open(two)];
    const seen = told<string[]>(mine, 'presence', here(two));
    phone.emit('front', true);
    await seen;
    // Each has been heard when its own socket's next word, a change of its own person's, would have been told.
    const both = told<string[]>(mine, 'presence', here(one, two));
    desk.emit('front', true);
    mine.emit('front', true);
    await both;
    const alone = told<string[]>(mine, 'presence', here(two));
    phone.disconnect();
    mine.emit('front', false);
    await alone;
    const gone = told<string[]>(mine, 'presence', (ids) => ids.length === 0);
    desk.disconnect();
    await gone;
  });

  test('of somebody who switched it off makes no frame at all, whatever they do', async () => {
    const [one, two] = await createCouple();
    await asSystem((db) => db.account.update({ where: { userId: two.userId }, data: { showsPresence: false } }));
    const mine = await open(one);
    await told(mine, 'presence');
    const theirs = await open(two);
    await told(theirs, 'presence');
    for (const isInFront of [true, false, true]) theirs.emit('front', isInFront);
    const own = told<string[]>(mine, 'presence');
    mine.emit('front', true);
    expect(await own).toEqual([one.userId]);
    theirs.disconnect();
    mine.emit('front', false);
    expect(await told<string[]>(mine, 'presence')).toEqual([]);
    expect(mine.seen.filter(({ name }) => name === 'presence').map(({ payload }) => payload)).toEqual([
      [],
      [one.userId],
      [],
    ]);
  });

  test('cannot be used to flood the other', async () => {
    const [one, two] = await createCouple();
    const [mine, theirs] = [await open(one), await open(two)];
    const both = told<string[]>(mine, 'presence', here(one, two));
    mine.emit('front', true);
    for (let i = 0; i < 999; i++) theirs.emit('front', i % 2 === 0);
    await both;
    expect(mine.seen.length).toBeLessThan(20);
  });

  test('says nothing to another couple', async () => {
    const other = await createPerson();
    const stranger = await open(other);
    const [one] = await createCouple();
    const mine = await open(one);
    const own = told<string[]>(mine, 'presence', here(one));
    mine.emit('front', true);
    await own;
    const later = told<string[]>(stranger, 'presence', here(other));
    stranger.emit('front', true);
    await later;
    expect(JSON.stringify(stranger.seen)).not.toContain(one.userId);
  });
});

describe('a socket is cut', () => {
  test('also when its session ends while it is being let in', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await createPerson();
      const opening = Array.from({ length: 20 }, () => prepare(person.cookie));
      const settled = opening.map(
        (socket) =>
          new Promise<void>((resolve) => {
            socket.once('disconnect', () => resolve());
            socket.once('connect_error', () => resolve());
          }),
      );
      await new Promise<void>((resolve) =>
        opening[round * 4]?.once('connect', resolve).once('connect_error', () => resolve()),
      );
      await asSystem((db) => db.session.delete({ where: { id: person.sessionId } }));
      cutSockets({ sessionId: person.sessionId });
      await Promise.all(settled);
    }
  });

  test('of a whole person, and of one session', async () => {
    const [one, two] = await createCouple();
    const [mine, theirs] = [await open(one), await open(two)];
    const cut = new Promise((resolve) => theirs.once('disconnect', resolve));
    cutSockets({ userId: two.userId });
    await cut;
    expect(mine.connected).toBe(true);
    const ended = new Promise((resolve) => mine.once('disconnect', resolve));
    cutSockets({ sessionId: one.sessionId });
    await ended;
  });

  test('when it says more than a word', async () => {
    const socket = await open(await createPerson());
    const cut = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.emit('front', 'x'.repeat(10_000));
    await cut;
  });
});

test('one is told to load anew', async () => {
  const person = await createPerson();
  const socket = await open(person);
  const refresh = told(socket, 'refresh');
  refreshUser(person.userId);
  await refresh;
});
