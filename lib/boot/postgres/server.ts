import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statfsSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { chooseAccount, describeCommand, type PostgresAccount } from '#lib/boot/postgres/account';
import { findBinaries } from '#lib/boot/postgres/binaries';
import { checkVersion, initializeCluster, OWNER, placeCluster } from '#lib/boot/postgres/cluster';
import { stopOrphan } from '#lib/boot/postgres/orphan';
import { describeSettings } from '#lib/boot/postgres/settings';
import { StartError } from '#lib/boot/start-error';
import { describeError, log, tell } from '#lib/log';

const DATABASE = 'nearer';
const LOG_BYTES = 5_000_000;
const READY_MILLISECONDS = 300_000;
const LEAVE_MILLISECONDS = 2_000;
const STOP_MILLISECONDS = 15_000;
const RESTART_MILLISECONDS = 1_000;
const LONGEST_RESTART_MILLISECONDS = 30_000;
/** After this long without an answer it is said what holds it up. */
const SAY_MILLISECONDS = 5_000;
const SCARCE_BYTES = 20_000_000;
const PORT_TRIES = 3;

export type PostgresOptions = {
  dataDirectory: string;
  password: string;
  /** Off only in tests: a lost write is then no loss. */
  isDurable?: boolean;
};

export type RunningPostgres = {
  /** The owner's address. */
  url: string;
  stop(): Promise<void>;
};

type Place = { directory: string; log: string; account: PostgresAccount; postgres: string; isDurable: boolean };

/** A port that nobody listens on at this moment; asked anew at each start and told to nobody but our own pools. */
function findFreePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function launch({ directory, log, account, postgres, isDurable }: Place, port: number): ChildProcess {
  const settings = ['-D', directory, ...describeSettings(port, isDurable)];
  const { command, args, options } = describeCommand(account, postgres, settings);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', output, output],
    // A session of its own: Ctrl-C in the terminal is for the server, which stops Postgres last.
    detached: true,
  });
  child.unref();
  closeSync(output);
  // When the server ends without its ordered stop, this is the last thing it does.
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt);
  child.once('exit', () => process.off('exit', interrupt));
  return child;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Why Postgres refuses, by its code; undefined where it answers. */
async function findRefusal(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return describeError(error).code ?? 'unknown';
  } finally {
    await client.end().catch(() => {});
  }
}

/** What is free where the data is, in bytes. */
function countFree(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

/** Says once what a start waits for: somebody sits before an empty screen. */
function sayWhy({ directory }: Place, refusal: string): void {
  const freeBytes = countFree(directory);
  log.warn({ refusal, freeBytes }, 'Postgres does not answer yet');
  if (freeBytes < SCARCE_BYTES) tell(`The disk that holds ${directory} is full. It starts once there is space again.`);
  else tell('Postgres takes its time, as after a crash. It is waited for.');
}

/** Waits as long as a recovery after a crash may take; false when the process ends first. */
async function waitUntilReady(place: Place, child: ChildProcess, url: string): Promise<boolean> {
  const begun = Date.now();
  let wasSaid = false;
  while (!hasEnded(child) && Date.now() < begun + READY_MILLISECONDS) {
    const refusal = await findRefusal(url);
    if (!refusal) return true;
    if (!wasSaid && Date.now() > begun + SAY_MILLISECONDS) {
      sayWhy(place, refusal);
      wasSaid = true;
    }
    // Each try is a line in a log that may lie on a full disk.
    await sleep(wasSaid ? 1000 : 25);
  }
  return false;
}

function waitForEnd(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Lets connections that are just being closed close, then cuts the rest. */
async function stopProcess(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const timers = [
    setTimeout(() => child.kill('SIGINT'), LEAVE_MILLISECONDS),
    setTimeout(() => child.kill('SIGQUIT'), STOP_MILLISECONDS),
  ];
  await waitForEnd(child);
  for (const timer of timers) clearTimeout(timer);
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function readEnd(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}

function shortenLog(log: string): void {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) truncateSync(log);
}

async function prepareCluster({ dataDirectory, password, isDurable = true }: PostgresOptions): Promise<Place> {
  const { initdb, postgres } = await findBinaries();
  const placed = placeCluster(dataDirectory);
  const account = chooseAccount(dataDirectory, placed, initdb);
  const isNew = placed.endsWith('.new');
  const directory = isNew ? await initializeCluster(placed, account, initdb, password) : placed;
  checkVersion(directory);
  const log = join(dataDirectory, 'postgres.log');
  shortenLog(log);
  return { directory, log, account, postgres, isDurable };
}

/** Starts once more on the same port whenever the process ends unasked, so that the pools find their way back. */
function keepRunning(place: Place, port: number, first: ChildProcess): () => Promise<void> {
  let child = first;
  let isStopping = false;
  let pause = RESTART_MILLISECONDS;
  const watch = () => {
    const launchedAt = Date.now();
    child.once('exit', async (code, signal) => {
      if (isStopping) return;
      // Again and again at once, it is for a reason that lasts, such as a full disk.
      const isAgain = Date.now() - launchedAt < LONGEST_RESTART_MILLISECONDS;
      pause = isAgain ? Math.min(2 * pause, LONGEST_RESTART_MILLISECONDS) : RESTART_MILLISECONDS;
      const freeBytes = countFree(place.directory);
      log.error({ code, signal, freeBytes, pause }, 'Postgres ended by itself; it is started again');
      await sleep(pause);
      if (isStopping) return;
      await stopOrphan(place.directory).catch((error) =>
        log.error({ error: describeError(error) }, 'what is left of Postgres does not end'),
      );
      child = launch(place, port);
      watch();
    });
  };
  watch();
  return async () => {
    isStopping = true;
    await stopProcess(child);
  };
}

/**
 * Starts the built-in Postgres in `dataDirectory/postgres`, making it at the first start, on a free port of this
 * machine alone. The caller holds the directory's lock.
 * @throws StartError
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const place = await prepareCluster(options);
  await stopOrphan(place.directory);
  const describeUrl = (port: number, database: string) =>
    `postgres://${OWNER}:${options.password}@127.0.0.1:${port}/${database}`;
  for (let attempt = 1; attempt <= PORT_TRIES; attempt++) {
    const port = await findFreePort();
    const child = launch(place, port);
    const adminUrl = describeUrl(port, 'postgres');
    if (await waitUntilReady(place, child, adminUrl)) {
      const stop = keepRunning(place, port, child);
      await createDatabase(adminUrl);
      return { url: describeUrl(port, DATABASE), stop };
    }
    await stopProcess(child);
  }
  throw new StartError(`Postgres did not start. The end of ${place.log}:\n${readEnd(place.log)}`);
}
