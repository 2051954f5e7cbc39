import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeCommand, type PostgresAccount } from '#lib/boot/postgres/account';
import { StartError } from '#lib/boot/start-error';

/** The superuser of the built-in Postgres; owns the tables. */
export const OWNER = 'nearer';
const MAJOR_VERSION = '18';

function runInitdb(account: PostgresAccount, initdb: string, args: string[]): Promise<void> {
  const { command, args: rest, options } = describeCommand(account, initdb, args);
  const child = spawn(command, rest, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new StartError(`The database could not be made:\n${complaint.trim()}`));
    });
  });
}

/** Makes the directory that a cluster is or will be in, and says where that is. */
export function placeCluster(dataDirectory: string): string {
  const directory = join(dataDirectory, 'postgres');
  if (existsSync(directory)) return directory;
  // A first start that was cut short leaves only this; the whole one gets its name at the end.
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  return draft;
}

/** Fills an empty directory with a new cluster; it sorts by code point and speaks UTF-8 whatever the machine's language is. */
export async function initializeCluster(
  draft: string,
  account: PostgresAccount,
  initdb: string,
  password: string,
): Promise<string> {
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.owner) chownSync(passwordFile, account.owner.uid, account.owner.gid);
  try {
    await runInitdb(account, initdb, [
      `--pgdata=${draft}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  const directory = draft.replace(/\.new$/, '');
  renameSync(draft, directory);
  return directory;
}

/** @throws StartError when the cluster was made by another major version. */
export function checkVersion(directory: string): void {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new StartError(
    `The database in ${directory} is of Postgres ${version}, this Nearer brings ${MAJOR_VERSION}. Start it with the Nearer that made it and make a backup there.`,
  );
}
