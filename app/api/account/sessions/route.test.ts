import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as account from '#app/api/account/route';
import * as session from '#app/api/account/sessions/[id]/route';
import * as sessions from '#app/api/account/sessions/route';
import type { SessionView } from '#lib/accounts/view';
import { holdSockets } from '#lib/events/publish';
import { call } from '#lib/http/call';
import { attachRealtime } from '#lib/realtime/server';
import { newcomer, personOf, signIn, useMailFolder, watchSockets } from '#lib/testing/accounts';
import { createCouple, type Person } from '#lib/testing/people';

beforeAll(() => void useMailFolder());
afterEach(() => holdSockets(undefined));

const list = async (person: Person) => (await call(person, sessions.GET, 'GET')).body.sessions as SessionView[];
const end = (person: Person | null, id: string) => call(person, session.DELETE, 'DELETE', { params: { id } });
const endOthers = (person: Person | null) => call(person, sessions.DELETE, 'DELETE');
const lives = async (person: Person) => (await call(person, account.GET, 'GET')).status === 200;

async function threeDevices() {
  const first = await newcomer();
  const [second, third] = [await personOf(await signIn(first.email)), await personOf(await signIn(first.email))];
  return { first, second, third };
}

test('lists one’s own sessions, and says which is this one', async () => {
  const { first, second, third } = await threeDevices();
  const shown = await list(second);
  expect(new Set(shown.map(({ id }) => id))).toEqual(new Set([first, second, third].map(({ sessionId }) => sessionId)));
  expect(shown.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([second.sessionId]);
  expect(Object.keys(shown[0] ?? {}).sort()).toEqual(['createdAt', 'device', 'id', 'isCurrent']);
});

describe('ending one', () => {
  test('refuses it at once, and cuts its sockets', async () => {
    const { first, second, third } = await threeDevices();
    const seen = watchSockets();
    expect((await end(first, second.sessionId)).status).toBe(204);
    expect(seen.cut).toEqual([`session:${second.sessionId}`]);
    expect([await lives(first), await lives(second), await lives(third)]).toEqual([true, false, true]);
    expect((await end(first, second.sessionId)).status).toBe(404);
  });

  test('is for its owner alone', async () => {
    const [mika, noor] = await createCouple();
    const stranger = await newcomer();
    expect((await end(mika, noor.sessionId)).status).toBe(404);
    expect((await end(mika, stranger.sessionId)).status).toBe(404);
    expect((await end(null, mika.sessionId)).status).toBe(401);
    expect((await end(mika, randomUUID())).status).toBe(404);
    expect((await end(mika, 'not an id')).status).toBe(404);
    expect([await lives(noor), await lives(stranger)]).toEqual([true, true]);
  });

  test('twice at once happens once', async () => {
    const { first, second } = await threeDevices();
    const answers = await Promise.all([end(first, second.sessionId), end(first, second.sessionId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
  });
});

describe('ending all others', () => {
  test('leaves this one', async () => {
    const { first, second, third } = await threeDevices();
    const seen = watchSockets();
    expect((await endOthers(third)).status).toBe(204);
    expect(seen.cut.sort()).toEqual([first, second].map(({ sessionId }) => `session:${sessionId}`).sort());
    expect([await lives(first), await lives(second), await lives(third)]).toEqual([false, false, true]);
    expect((await endOthers(third)).status).toBe(204);
    expect((await endOthers(null)).status).toBe(401);
  });
});

test('a living socket is cut when its session ends, the others stay', async () => {
  const { first, second } = await threeDevices();
  const http = createServer();
  const realtime = attachRealtime(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const open = (person: Person) =>
    io(address, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: person.cookie },
    });
  const [kept, cut] = [open(first), open(second)];
  await Promise.all([kept, cut].map((socket) => new Promise<void>((resolve) => socket.once('connect', resolve))));
  const closed = new Promise<void>((resolve) => cut.once('disconnect', () => resolve()));
  await end(first, second.sessionId);
  await closed;
  expect(kept.connected).toBe(true);
  const refused = open(second);
  await new Promise<void>((resolve) => refused.once('connect_error', () => resolve()));
  expect(refused.connected).toBe(false);
  for (const socket of [kept, cut, refused]) socket.close();
  await realtime.close();
});
