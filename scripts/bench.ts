// Measures an answer on its way to the partner, beside the floor: the same insert by plain `pg` and a plain `ws`
// frame. Both servers run as processes of their own on the same Postgres, in the same run; read the ratios.
//
//   npm run bench [-- --rounds 1000 --seconds 5]

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { prepareDatabase } from '#lib/boot/database';
import { startPostgres } from '#lib/boot/postgres/server';
import { closeDatabase } from '#lib/db';
import { setEnv } from '#lib/env';
import { createCouple, type Person } from '#lib/testing/people';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '1000' }, seconds: { type: 'string', default: '5' } },
});
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const text = 'A slow month. No plans, no phones at dinner, the four of us near water. I miss you, that is all.';

const directory = mkdtempSync(join(tmpdir(), 'nearer-bench-'));
const secrets = {
  AUTH_SECRET: randomBytes(32).toString('base64url'),
  VAULT_KEYS: `1:${randomBytes(32).toString('base64')}`,
};
const children: ChildProcess[] = [];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function startChild(file: string, env: Record<string, string>, port: number): Promise<void> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await new Promise<boolean>((resolve) => {
      request({ port, host: '127.0.0.1', path: '/sign-in' }, (response) => resolve(response.resume() && true))
        .on('error', () => resolve(false))
        .end();
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${file} did not start`);
}

/** One couple at work: `send` resolves when the answer is committed and shown to the partner. */
type Pair = { send(): Promise<void>; close(): void };

async function openNearer(port: number, owner: pg.Client, answers: number): Promise<Pair> {
  const [writer, reader] = await createCouple();
  const ids = Array.from({ length: answers }, () => randomUUID());
  await owner.query(
    `INSERT INTO prompt (id, couple_id, source, content_id, topic, depth, asked_by_id)
     SELECT id, $2, 'library', 'bench-' || id, 'joy', 'light', $3 FROM unnest($1::uuid[]) AS id`,
    [ids, writer.coupleId, writer.userId],
  );
  const socket: Socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    extraHeaders: { cookie: reader.cookie },
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  let shown: (() => void) | undefined;
  socket.on('event', () => shown?.());
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    async send() {
      const id = ids.pop();
      const isShown = new Promise<void>((resolve) => {
        shown = resolve;
      });
      await Promise.all([put(port, agent, `/api/prompts/${id}/answer`, writer), isShown]);
    },
    close() {
      socket.disconnect();
      agent.destroy();
    },
  };
}

function put(port: number, agent: Agent, path: string, person: Person): Promise<void> {
  const body = JSON.stringify({ id: randomUUID(), text });
  return new Promise((resolve, reject) => {
    const headers = {
      cookie: person.cookie,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    request({ port, host: '127.0.0.1', method: 'PUT', path, agent, headers }, (response) => {
      response
        .resume()
        .on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`Answered ${response.statusCode}`)),
        );
    })
      .on('error', reject)
      .end(body);
  });
}

async function openFloor(port: number): Promise<Pair> {
  const couple = randomUUID();
  const [writer, reader] = [
    new WebSocket(`ws://127.0.0.1:${port}/${couple}`),
    new WebSocket(`ws://127.0.0.1:${port}/${couple}`),
  ];
  await Promise.all([once(writer, 'open'), once(reader, 'open')]);
  let shown: (() => void) | undefined;
  reader.on('message', () => shown?.());
  return {
    async send() {
      const isShown = new Promise<void>((resolve) => {
        shown = resolve;
      });
      writer.send(JSON.stringify({ id: randomUUID(), text }));
      await isShown;
    },
    close() {
      writer.close();
      reader.close();
    },
  };
}

async function measureLatency(pair: Pair): Promise<{ p50: number; p99: number }> {
  for (let i = 0; i < 100; i++) await pair.send();
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const begun = performance.now();
    await pair.send();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(rounds * 0.5)] ?? 0, p99: times[Math.floor(rounds * 0.99)] ?? 0 };
}

async function measureThroughput(pairs: Pair[]): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  await Promise.all(
    pairs.map(async (pair) => {
      while (performance.now() < end) {
        await pair.send();
        count++;
      }
    }),
  );
  return count / seconds;
}

type Figures = { latency: { p50: number; p99: number }; throughput: Map<number, number> };

async function measure(open: (answers: number) => Promise<Pair>): Promise<Figures> {
  const one = await open(rounds + 100);
  const latency = await measureLatency(one);
  one.close();
  const throughput = new Map<number, number>();
  for (const couples of [1, 10, 50]) {
    const pairs = await Promise.all(
      Array.from({ length: couples }, () => open(Math.ceil((seconds * 8_000) / couples))),
    );
    await Promise.all(pairs.map((pair) => pair.send()));
    throughput.set(couples, await measureThroughput(pairs));
    for (const pair of pairs) pair.close();
  }
  return { latency, throughput };
}

const postgres = await startPostgres({ dataDirectory: directory, password: randomBytes(16).toString('hex') });
const owner = new pg.Client(postgres.url);
try {
  await owner.connect();
  setEnv({ ...secrets, DATABASE_URL: postgres.url, LOG_LEVEL: 'warn' });
  setEnv(await prepareDatabase(postgres.url, secrets.AUTH_SECRET));
  await owner.query(
    'CREATE TABLE floor (id uuid PRIMARY KEY, couple_id uuid NOT NULL, body bytea NOT NULL, created_at timestamptz NOT NULL DEFAULT now())',
  );

  const [floorPort, port] = [await freePort(), await freePort()];
  await startChild(join(import.meta.dirname, 'bench-floor.ts'), { DATABASE_URL: postgres.url }, floorPort);
  await startChild(
    join(import.meta.dirname, '..', 'server.ts'),
    {
      ...secrets,
      DATABASE_URL: postgres.url,
      DATA_DIR: directory,
      LOG_LEVEL: 'warn',
      WORKER: 'off',
      NODE_ENV: 'production',
    },
    port,
  );

  const floor = await measure(() => openFloor(floorPort));
  const nearer = await measure((answers) => openNearer(port, owner, answers));

  const row = (name: string, ours: number, theirs: number, unit: string) => ({
    measured: name,
    nearer: `${ours.toFixed(2)} ${unit}`,
    floor: `${theirs.toFixed(2)} ${unit}`,
    ratio: `${(ours / theirs).toFixed(2)}×`,
  });
  console.table([
    row('answer → shown, p50', nearer.latency.p50, floor.latency.p50, 'ms'),
    row('answer → shown, p99', nearer.latency.p99, floor.latency.p99, 'ms'),
    ...[...floor.throughput].map(([couples, theirs]) =>
      row(`${couples} couples`, nearer.throughput.get(couples) ?? 0, theirs, '/s'),
    ),
  ]);
} finally {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')));
  await closeDatabase();
  await owner.end();
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
