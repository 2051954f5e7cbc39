import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { listAddresses } from '#lib/boot/addresses';
import { boot } from '#lib/boot/boot';
import { StartError } from '#lib/boot/start-error';
import { checkPort, closeServer, listen } from '#lib/boot/web';
import { env, hasEnv } from '#lib/env';
import { markOrigin, setSecurityHeaders } from '#lib/http/headers';

const STOP_MILLISECONDS = 20_000;
const PARENT_MILLISECONDS = 500;
const api = join(import.meta.dirname, 'app', 'api');
const isDev = process.argv.includes('--dev');

/** What was started, the last first: the order in which it ends. */
const running: { stop(): Promise<void> }[] = [];
let isStopping = false;

async function startWeb(): Promise<void> {
  if (!isDev) (await import('#lib/boot/console')).redactConsole();
  const { default: next } = await import('next');
  const { attachRealtime } = await import('#lib/realtime/server');
  const { dispatchMalformed, loadDispatcher } = await import('#lib/http/dispatch');
  const server = createServer();
  // Next also wants the upgrades of the server it is given. It has a use for them in development only; here they are
  // for the sockets alone, so it gets one that never listens.
  const upgrades: Server = isDev ? server : createServer();
  const app = next({ dev: isDev, dir: import.meta.dirname, port: env.PORT, httpServer: upgrades });
  await app.prepare();
  running.unshift({ stop: () => app.close() });
  const handle = app.getRequestHandler();
  // In development Next calls the routes, so that a change to one is seen at once.
  const dispatch = isDev ? dispatchMalformed : await loadDispatcher(api);
  server.on('request', (request, response) => {
    setSecurityHeaders(response);
    markOrigin(request);
    if (!dispatch(request, response)) void handle(request, response);
  });
  const realtime = attachRealtime(server);
  await listen(server, env.PORT, env.HOST);
  running.unshift({ stop: () => closeServer(server, realtime) });
  const [first, ...others] = listAddresses(env.HOST, env.PORT);
  console.log(`Nearer is ready: ${first}`);
  for (const address of others) console.log(`                 ${address}`);
  if (!env.HOST) console.log('Only this computer can open it. HOST=0.0.0.0 opens it to your network.');
  if (isDev) console.log('The first page takes a while in development.');
}

async function start(): Promise<void> {
  if (env.WORKER === 'only' && !hasEnv('PUBLIC_URL'))
    throw new StartError('WORKER=only needs PUBLIC_URL: the address that its letters lead to.');
  if (env.WORKER !== 'only') await checkPort(env.PORT, env.HOST);
  running.unshift(await boot());
  const { closeDatabase } = await import('#lib/db');
  running.unshift({ stop: closeDatabase });
  const demo = process.argv.includes('--demo') && (await (await import('#lib/demo/fill')).fillDemo(api, console.log));
  if (env.WORKER !== 'only') await startWeb();
  if (demo) console.log(demo);
  // After the web, so that nobody waits for it to open a page.
  if (env.WORKER !== 'off') {
    const { startWorker } = await import('#lib/jobs/worker');
    running.unshift(await startWorker());
  }
  if (env.WORKER === 'only') console.log('Nearer works on its jobs.');
}

/** Ends what runs in order, once, however often it is asked. */
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  process.exitCode = code;
  setTimeout(() => process.exit(1), STOP_MILLISECONDS).unref();
  for (const { stop: end } of running) await end().catch(report);
  process.exit(code);
}

/** Says why, without anything that a person wrote: an unknown error may quote it. */
async function report(error: unknown): Promise<void> {
  if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  const { describeError, log } = await import('#lib/log');
  log.fatal({ error: describeError(error) }, 'the server failed');
}

async function fail(error: unknown): Promise<void> {
  await report(error);
  await stop(1);
}

/** npm's shell dies of a signal without passing it on; the server must not outlive it. */
function followParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop(0);
  }, PARENT_MILLISECONDS).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('uncaughtException', (error) => void fail(error));
// React starts work early whose failure it may never ask for; a page that does ask still fails in its own way.
process.on('unhandledRejection', (error) => void report(error));
if (process.env.npm_lifecycle_event) followParent();

if (existsSync('.env')) process.loadEnvFile();
Object.assign(process.env, { NODE_ENV: isDev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });
await start().catch(fail);
