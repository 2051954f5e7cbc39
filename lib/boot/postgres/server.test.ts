import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { startPostgres } from '#lib/boot/postgres/server';

const sentence = 'Das habe ich nur dir gesagt';

async function query<Row extends object>(url: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

async function waitForRow(url: string, statement: string): Promise<object[]> {
  for (;;) {
    const rows = await query(url, statement).catch(() => undefined);
    if (rows) return rows;
    await sleep(50);
  }
}

test('the built-in Postgres keeps its data, comes back when it is killed, and tells its log nothing', {
  timeout: 60_000,
}, async () => {
  const dataDirectory = mkdtempSync(join(inject('dataDirectory'), 'postgres-'));
  const options = { dataDirectory, password: 'a password' };
  const first = await startPostgres(options);
  await query(first.url, 'create table kept (words text unique check (length(words) > 5))');
  await query(first.url, 'insert into kept values ($1)', [sentence]);
  for (const [statement, values] of [
    ['insert into kept values ($1)', [sentence]],
    [`insert into kept values ('${sentence}')`, []],
    ['select $1::uuid', [sentence]],
    [`selekt '${sentence}'`, []],
    [`do $$ begin raise exception '${sentence}'; end $$`, []],
  ] as const) {
    await expect(query(first.url, statement, [...values])).rejects.toThrow();
  }

  const pid = Number.parseInt(readFileSync(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  process.kill(pid, 'SIGKILL');
  expect(await waitForRow(first.url, 'select words from kept')).toEqual([{ words: sentence }]);

  // As if the server had been killed: Postgres still runs, and a new server starts.
  const second = await startPostgres(options);
  expect(await query(second.url, 'select words from kept')).toEqual([{ words: sentence }]);
  await Promise.all([first.stop(), second.stop()]);
  const log = readFileSync(join(dataDirectory, 'postgres.log'), 'utf8');
  expect(log).toContain('database system is shut down');
  expect(log).not.toContain(sentence);
});
