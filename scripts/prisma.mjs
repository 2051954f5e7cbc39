// Runs the Prisma CLI with our schema engine: `npm run schema -- migrate diff …`, and from prepare.mjs and lib/boot.
// Needs nothing but Node, so that it works before the first build.
import { spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const engine = join(root, 'scripts', 'schema-engine.mjs');

// A tree unpacked from an archive may have lost the bit.
if ((statSync(engine).mode & 0o111) === 0) chmodSync(engine, 0o755);

const { status, error } = spawnSync(
  join(modules, '.bin', 'node'),
  [join(modules, 'prisma', 'build', 'index.js'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // The engine's first line asks for `node`: it must find ours.
      PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
      PRISMA_SCHEMA_ENGINE_BINARY: engine,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  },
);
if (error) throw error;
process.exit(status ?? 1);
