// Measures whether time tells which addresses have an account: signing in with a wrong password, asking for a new
// password, and signing up, at a known and at an unknown address by turns. Read the ratios: 1 tells nothing.
//
//   node scripts/bench-accounts.ts [--rounds 300]

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as resets from '#app/api/password-resets/route';
import { prepareDatabase } from '#lib/boot/database';
import { startPostgres } from '#lib/boot/postgres/server';
import { closeDatabase } from '#lib/db';
import { setEnv } from '#lib/env';
import { call } from '#lib/http/call';
import { log } from '#lib/log';
import { fromAnywhere, newAddress, signIn, signUp } from '#lib/testing/accounts';
import { asSystem } from '#lib/transaction';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' } } });
const rounds = Number(values.rounds);

const acts: Record<string, (email: string) => Promise<unknown>> = {
  'sign in': (email) => signIn(email, randomBytes(12).toString('base64url')),
  'new password': (email) => call(null, resets.POST, 'POST', { body: { email }, headers: fromAnywhere() }),
  'sign up': (email) => signUp({ email, password: randomBytes(12).toString('base64url') }),
};

async function time(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

function quantile(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

async function measure(name: string, act: (email: string) => Promise<unknown>): Promise<void> {
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let round = -20; round < rounds; round++) {
    const known = newAddress();
    await signUp({ email: known });
    const measured = round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const which of measured) {
      const took = await time(() => act(which === 'known' ? known : newAddress()));
      if (round >= 0) times[which].push(took);
    }
  }
  const show = (share: number) => {
    const [known, unknown] = [quantile(times.known, share), quantile(times.unknown, share)];
    return `${known.toFixed(1).padStart(7)} ms ${unknown.toFixed(1).padStart(7)} ms ${(known / unknown).toFixed(3).padStart(7)}`;
  };
  console.log(`${name.padEnd(14)} p50 ${show(0.5)}\n${''.padEnd(14)} p90 ${show(0.9)}`);
}

const directory = mkdtempSync(join(tmpdir(), 'nearer-bench-'));
setEnv({
  AUTH_SECRET: randomBytes(32).toString('base64url'),
  VAULT_KEYS: `1:${randomBytes(32).toString('base64')}`,
  DATA_DIR: directory,
});
log.level = 'silent';
const postgres = await startPostgres({ dataDirectory: directory, password: 'bench', isDurable: false });
setEnv(await prepareDatabase(postgres.url, process.env.AUTH_SECRET ?? ''));
try {
  console.log(`${rounds} rounds${''.padEnd(8)} known    unknown  known ÷ unknown`);
  for (const [name, act] of Object.entries(acts)) {
    await asSystem((db) => db.rateLimit.deleteMany());
    await measure(name, act);
  }
} finally {
  await closeDatabase();
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
