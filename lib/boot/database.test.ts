import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { prepareDatabase } from '#lib/boot/database';
import { env } from '#lib/env';

const name = `boot_${process.pid}`;
const url = new URL(inject('templateUrl'));
url.pathname = `/${name}`;

async function query<Row extends object>(connectionString: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

const admin = new URL(url);
admin.pathname = '/postgres';
beforeAll(() => query(admin.href, `create database ${name} template template0`));
afterAll(() => query(admin.href, `drop database ${name} with (force)`));

test('two that start at once prepare one database', async () => {
  const [first, second] = await Promise.all([
    prepareDatabase(url.href, env.AUTH_SECRET),
    prepareDatabase(url.href, env.AUTH_SECRET),
  ]);
  expect(first).toEqual(second);
  for (const [login, address] of [
    ['nearer_app', first.APP_DATABASE_URL],
    ['nearer_system', first.SYSTEM_DATABASE_URL],
  ] as const) {
    const rows = await query(
      address,
      'select rolname as login, rolsuper or rolbypassrls or rolcreaterole as strong from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ login, strong: false }]);
  }
});

test('a migration that was cut short is made again', async () => {
  const [first] = await query<{ id: string; name: string }>(
    url.href,
    'select id, migration_name as name from _prisma_migrations order by started_at limit 1',
  );
  await query(
    url.href,
    `insert into _prisma_migrations (id, checksum, migration_name, started_at) values ('cut-short', '', 'cut_short', now())`,
  );
  await query(url.href, `update _prisma_migrations set migration_name = 'renamed' where id = '${first?.id}'`);
  // Its own statements find their tables there already, which Prisma says; that it came so far is what counts here.
  await expect(prepareDatabase(url.href, env.AUTH_SECRET)).rejects.toThrow(String(first?.name));
  await query(url.href, `update _prisma_migrations set migration_name = '${first?.name}' where id = '${first?.id}'`);
  await query(url.href, `delete from _prisma_migrations where id = 'cut-short'`);
  await prepareDatabase(url.href, env.AUTH_SECRET);
});

/** The statements that would make the database as schema.prisma says. */
function compareWithSchema(): string[] {
  const args = ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--script'];
  const { stdout } = spawnSync(process.execPath, [join('scripts', 'prisma.mjs'), ...args], {
    env: { ...process.env, DATABASE_URL: url.href },
    encoding: 'utf8',
  });
  expect(stdout).toContain('-- ');
  // Prisma takes every default that is an expression of ours for another one than Postgres tells it back.
  return stdout.split('\n').filter((line) => line && !line.startsWith('--') && !/ SET DEFAULT /.test(line));
}

test('schema.prisma says what the migrations make', async () => {
  expect(compareWithSchema()).toEqual([]);
  await query(url.href, 'alter table couple add column strange int');
  expect(compareWithSchema()).toEqual(['ALTER TABLE "couple" DROP COLUMN "strange";']);
});

test('master keys that do not open what is there are refused, before the logins are touched', async () => {
  const { APP_DATABASE_URL } = await prepareDatabase(url.href, env.AUTH_SECRET);
  const id = randomUUID();
  await query(url.href, `insert into couple (id, time_zone) values ('${id}', 'UTC')`);
  await query(
    url.href,
    `insert into vault_key (id, couple_id, master_version, wrapped) values (gen_random_uuid(), '${id}', 1, decode(repeat('00', 60), 'hex'))`,
  );
  await expect(prepareDatabase(url.href, 'another secret, of a server that was started by mistake')).rejects.toThrow(
    /VAULT_KEYS/,
  );
  expect(await query(APP_DATABASE_URL, 'select 1')).toHaveLength(1);
  await query(url.href, 'delete from vault_key');
  await prepareDatabase(url.href, env.AUTH_SECRET);
});
