import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_MILLISECONDS = 120_000;
const root = join(import.meta.dirname, '..');

export type TestServer = {
  url: string;
  /** Mail is in `mail/`, what the server said in `server.log`. */
  dataDirectory: string;
  /** Ends it, in order unless told to `kill`, and starts it again on the same address and data. */
  restart(how?: 'kill'): Promise<void>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
};

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

function launch(port: number, dataDirectory: string): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  const log = openSync(join(dataDirectory, 'server.log'), 'a');
  const child = spawn(join(root, 'node_modules', '.bin', 'node'), ['server.ts'], {
    cwd: root,
    // As under npm, it ends when this process does.
    env: {
      PATH,
      HOME,
      TMPDIR,
      PORT: String(port),
      DATA_DIR: dataDirectory,
      npm_lifecycle_event: 'e2e',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

async function waitUntilReady(child: ChildProcess, url: string, dataDirectory: string): Promise<void> {
  const end = Date.now() + READY_MILLISECONDS;
  while (child.exitCode === null && Date.now() < end) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(50);
  }
  throw new Error(
    `The server did not start:\n${readFileSync(join(dataDirectory, 'server.log'), 'utf8').slice(-4_000)}`,
  );
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** Starts the production server as it is built, on a port and on data of its own. */
export async function startServer(): Promise<TestServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'nearer-e2e-'));
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  let child = launch(port, dataDirectory);
  const stop = async () => {
    await end(child, 'SIGTERM');
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(child, url, dataDirectory);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    dataDirectory,
    stop,
    async restart(how) {
      await end(child, how === 'kill' ? 'SIGKILL' : 'SIGTERM');
      child = launch(port, dataDirectory);
      await waitUntilReady(child, url, dataDirectory);
    },
  };
}
