import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { env } from '#lib/env';
import { attachRealtime } from '#lib/realtime/server';
import type { Person } from '#lib/testing/people';
import { listTables, readTables } from '#lib/testing/watcher';

/**
 * What a test needs in which somebody watches, for as long as its file runs: the database as its owner and as the app, and
 * sockets of those who listen, which are cut after each test.
 */
export function startWatch() {
  const owner = new pg.Client(env.DATABASE_URL);
  const app = new pg.Client(env.APP_DATABASE_URL);
  const sockets: Socket[] = [];
  let server: Server;
  let realtime: { close(): Promise<void> };
  let tables: string[] = [];

  beforeAll(async () => {
    await Promise.all([owner.connect(), app.connect()]);
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    realtime = attachRealtime(server);
    tables = await listTables(owner);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });
  afterAll(async () => {
    await realtime.close();
    await Promise.all([owner.end(), app.end()]);
  });

  return {
    owner,
    app,
    /** Everything that comes to somebody's socket from now on, by name. */
    async listen(person: Person, hear: (name: string, ...payload: unknown[]) => void): Promise<void> {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie: person.cookie } });
      socket.onAny(hear);
      sockets.push(socket);
      await once(socket as never, 'connect');
    },
    /** Every row that somebody's session can read, by table. */
    readTables: (person: Person, at: Date) => readTables(app, tables, person, at),
  };
}
