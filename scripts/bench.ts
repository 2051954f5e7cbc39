// Measures an answer on its way to the partner, and a command in a talk under way, beside the floor: the same by plain `pg` and
// plain `ws` frames. Both servers run as processes of their own on the same Postgres, in the same run; read the ratios.
//
//   npm run bench [-- --rounds 1000 --seconds 5 --only talk]

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { prepareDatabase } from '#lib/boot/database';
import { startPostgres } from '#lib/boot/postgres/server';
import { closeDatabase } from '#lib/db';
import { setEnv } from '#lib/env';
import { openAnswering, openFloorAnswering } from './bench/answer.ts';
import { compare, type Figure } from './bench/measure.ts';
import { startServer, stopServers } from './bench/servers.ts';
import { openFloorTalking, openTalking } from './bench/talk.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});

const directory = mkdtempSync(join(tmpdir(), 'nearer-bench-'));
const secrets = {
  AUTH_SECRET: randomBytes(32).toString('base64url'),
  VAULT_KEYS: `1:${randomBytes(32).toString('base64')}`,
};

function show(figures: Figure[]): void {
  console.table(
    figures.map(({ measured, nearer, floor, unit }) => ({
      measured,
      nearer: `${nearer.toFixed(2)} ${unit}`,
      floor: `${floor.toFixed(2)} ${unit}`,
      ratio: `${(nearer / floor).toFixed(2)}×`,
    })),
  );
}

const postgres = await startPostgres({ dataDirectory: directory, password: randomBytes(16).toString('hex') });
const owner = new pg.Pool({ connectionString: postgres.url, max: 4 });
try {
  setEnv({ ...secrets, DATABASE_URL: postgres.url, LOG_LEVEL: 'warn' });
  setEnv(await prepareDatabase(postgres.url, secrets.AUTH_SECRET));
  await owner.query(
    `CREATE TABLE floor_answer (id uuid PRIMARY KEY, couple_id uuid NOT NULL, body bytea NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
     CREATE TABLE floor_talk (couple_id uuid PRIMARY KEY, state jsonb NOT NULL, version int NOT NULL DEFAULT 1)`,
  );
  const floorPort = await startServer(join(import.meta.dirname, 'bench', 'floor.ts'), { DATABASE_URL: postgres.url });
  const port = await startServer(join(import.meta.dirname, '..', 'server.ts'), {
    ...secrets,
    DATABASE_URL: postgres.url,
    DATA_DIR: directory,
    LOG_LEVEL: 'warn',
    WORKER: 'off',
    NODE_ENV: 'production',
  });

  const run = async (open: Parameters<typeof compare>[0]) =>
    show(await compare(open, Number(options.rounds), Number(options.seconds)));
  if (options.only !== 'talk')
    await run({
      nearer: (rounds) => openAnswering(port, owner, rounds),
      floor: () => openFloorAnswering(floorPort),
    });
  if (options.only !== 'answer')
    await run({ nearer: () => openTalking(port), floor: () => openFloorTalking(floorPort, owner) });
} finally {
  await stopServers();
  await closeDatabase();
  await owner.end();
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
