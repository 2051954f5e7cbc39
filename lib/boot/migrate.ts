import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import type { Client } from 'pg';
import { StartError } from '#lib/boot/start-error';

const WORKER_SCHEMA = 'graphile_worker';
const root = join(import.meta.dirname, '..', '..');

function listMigrations(): string[] {
  const directory = join(root, 'prisma', 'migrations');
  if (!existsSync(directory)) return [];
  return readdirSync(directory).filter((name) => existsSync(join(directory, name, 'migration.sql')));
}

async function hasMigrationsTable(owner: Client): Promise<boolean> {
  const { rows } = await owner.query<{ name: string | null }>("select to_regclass('_prisma_migrations') as name");
  return Boolean(rows[0]?.name);
}

async function listApplied(owner: Client): Promise<Set<string>> {
  const { rows } = await owner.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  return new Set(rows.map(({ name }) => name));
}

function deploy(url: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'prisma.mjs'), 'migrate', 'deploy'], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new StartError(`The database could not be brought up to date:\n${output.trim()}`));
    });
  });
}

/**
 * A migration that failed or was killed left nothing behind but its row, being one transaction; Prisma would refuse to
 * go on until somebody says so.
 */
async function forgetInterrupted(owner: Client): Promise<void> {
  await owner.query(
    'update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null',
  );
}

async function migrateTables(owner: Client, url: string): Promise<void> {
  const isNew = !(await hasMigrationsTable(owner));
  const applied = isNew ? new Set<string>() : await listApplied(owner);
  if (listMigrations().every((name) => applied.has(name))) return;
  if (!isNew) await forgetInterrupted(owner);
  await deploy(url);
}

/** The worker logs in as `nearer_system`, which owns nothing here; row security without a policy would hide its jobs. */
async function grantWorkerSchema(owner: Client): Promise<void> {
  await owner.query(`
    grant usage on schema ${WORKER_SCHEMA} to nearer_system;
    grant all on all tables in schema ${WORKER_SCHEMA} to nearer_system;
    grant all on all sequences in schema ${WORKER_SCHEMA} to nearer_system;
    grant execute on all functions in schema ${WORKER_SCHEMA} to nearer_system;
    do $$
    declare name text;
    begin
      for name in
        select relname from pg_class
        where relnamespace = '${WORKER_SCHEMA}'::regnamespace and relrowsecurity
          and not exists (select from pg_policy where polrelid = pg_class.oid)
      loop
        execute format('create policy worker on ${WORKER_SCHEMA}.%I to nearer_system using (true) with check (true)', name);
      end loop;
    end $$;
  `);
}

async function migrateWorker(owner: Client, url: string): Promise<void> {
  await runMigrations({ connectionString: url, schema: WORKER_SCHEMA, logger: new Logger(() => () => {}) });
  await grantWorkerSchema(owner);
}

/**
 * Brings the database up to date: our migrations, then those of graphile-worker. Asks first, since Prisma's own command
 * takes more than a second to find out that there is nothing to do. The caller holds the lock.
 * @param url the owner's address, of the same database as the connection.
 * @throws StartError with Prisma's words when a migration fails.
 */
export async function migrate(owner: Client, url: string): Promise<void> {
  await migrateTables(owner, url);
  await migrateWorker(owner, url);
}
