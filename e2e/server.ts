import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** Ours, whichever Node runs the tests. */
const node = join(root, 'node_modules', '.bin', 'node');
const startMilliseconds = 90_000;

/** Settings of whoever runs the tests must not reach the server under test, not even by a .env file. */
const noSettings = {
  HOST: '',
  DATABASE_URL: '',
  APP_DATABASE_URL: '',
  SYSTEM_DATABASE_URL: '',
  AUTH_SECRET: '',
  VAULT_KEYS: '',
  SMTP_URL: '',
  MAIL_FROM: '',
  PUBLIC_URL: '',
  TRUST_PROXY: '',
  WORKER: '',
  LOG_LEVEL: '',
  // As under npm, the server ends when the tests do, however they end.
  npm_lifecycle_event: 'e2e',
};

export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

type StartOptions = {
  /** More settings, as SMTP_URL. */
  env?: Record<string, string>;
  /** How far its clock goes ahead of the real one. */
  days?: number;
};

/** The production server as a process of its own, with its own data, log and port, which it keeps across starts. */
export class TestServer {
  readonly home = mkdtempSync(join(tmpdir(), 'nearer-e2e-'));
  readonly dataDirectory = join(this.home, 'data');
  readonly logFile = join(this.home, 'server.log');
  readonly port: number;
  #child: ChildProcess | undefined;

  private constructor(port: number) {
    this.port = port;
    mkdirSync(this.dataDirectory, { mode: 0o700 });
    writeFileSync(this.logFile, '');
  }

  static async start(): Promise<TestServer> {
    const server = new TestServer(await findFreePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  readLog(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  async start({ env = {}, days = 0 }: StartOptions = {}): Promise<void> {
    const clock = `data:text/javascript,globalThis.nearerClock=${days * 86_400_000}`;
    const child = spawn(node, [...(days ? ['--import', clock] : []), 'server.ts'], {
      cwd: root,
      env: { ...process.env, ...noSettings, PORT: String(this.port), DATA_DIR: this.dataDirectory, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(new Error(`The server did not start:\n${this.readLog().slice(-3000)}`));
      const timer = setTimeout(fail, startMilliseconds);
      const listen = (chunk: Buffer) => {
        appendFileSync(this.logFile, chunk);
        if (!chunk.includes('Nearer is ready')) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', fail);
    });
  }

  /** Ends it in order, as Ctrl-C does. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** Ends it at once and without a word, as a power cut does. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async restart(options?: StartOptions): Promise<void> {
    await this.stop();
    await this.start(options);
  }

  /** Ends it and leaves nothing behind. */
  async close(): Promise<void> {
    await this.stop();
    this.#stopOrphan();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  /** The mails that were written so far, as they would have been sent. */
  listMails(): string[] {
    const folder = join(this.dataDirectory, 'mail');
    if (!existsSync(folder)) return [];
    return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** A server that was killed and never started again leaves its Postgres. */
  #stopOrphan(): void {
    const file = join(this.dataDirectory, 'postgres', 'postmaster.pid');
    if (!existsSync(file)) return;
    try {
      process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
    } catch {
      // It has ended by itself.
    }
  }
}
