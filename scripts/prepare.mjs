// Makes a fresh clone ready to run, and does nothing when it is: `npm start` and `npm test` run it first.
// The system's Node runs it before anything is installed, so it needs no package and no newer syntax than Node 20's.
//   --build    the production build too
//   --browser  a Chromium for the tests too
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, installBrowser } from './prepare/browser.mjs';
import { hashFiles } from './prepare/hash.mjs';
import { isInstalled } from './prepare/packages.mjs';

const NODE_VERSION = [20, 9];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const node = join(modules, '.bin', 'node');

function stop(message) {
  console.error(message);
  process.exit(1);
}

/** Runs a command, says nothing while it goes well, and shows all it said when it does not. */
function run(command, args, env = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error || status !== 0) stop(`${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`);
}

function step(what, work) {
  const begun = Date.now();
  process.stdout.write(`${what} … `);
  work();
  console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_VERSION[0] || (major === NODE_VERSION[0] && minor >= NODE_VERSION[1])) return;
  stop(`Nearer needs Node ${NODE_VERSION.join('.')} or newer to set itself up; this is ${process.versions.node}.`);
}

function install() {
  // npm's own Node, when npm started us: ours is below node_modules, which is about to be replaced.
  const { npm_execpath: npm, npm_node_execpath: npmNode } = process.env;
  const outside = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.startsWith(modules));
  const [command, ...args] = npm && npmNode && !npmNode.startsWith(modules) ? [npmNode, npm, 'ci'] : ['npm', 'ci'];
  run(command, [...args, '--no-audit', '--no-fund', '--include=dev'], {
    PATH: outside.join(delimiter),
    // Prisma's install script then does not look for its engine on a host that may not be reachable.
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'schema-engine.mjs'),
  });
}

/** Does the work unless the files it depends on are the ones it was last done with. */
function keepCurrent(what, { stamp, output, sources }, work) {
  const hash = hashFiles(root, sources);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  step(what, work);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

checkNode();
if (!isInstalled(root)) step('Installing packages', install);

keepCurrent(
  'Generating the database client',
  {
    stamp: join(root, 'lib', 'generated', 'stamp'),
    output: join(root, 'lib', 'generated', 'prisma', 'client.ts'),
    sources: ['prisma/schema.prisma', 'package-lock.json'],
  },
  () => run(node, [join(root, 'scripts', 'prisma.mjs'), 'generate']),
);

if (process.argv.includes('--build')) {
  keepCurrent(
    'Building',
    {
      stamp: join(root, '.next', 'stamp'),
      output: join(root, '.next', 'BUILD_ID'),
      sources: [
        ...['app', 'components', 'content', 'lib', 'messages', 'public', 'proxy.ts'],
        ...['next.config.js', 'postcss.config.mjs', 'package.json', 'package-lock.json', 'prisma/schema.prisma'],
      ],
    },
    () =>
      run(node, [join(modules, 'next', 'dist', 'bin', 'next'), 'build'], {
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      }),
  );
}

if (process.argv.includes('--browser') && !findBrowser(root))
  step('Getting a browser', () => installBrowser(root, node));
