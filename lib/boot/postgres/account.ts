import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#lib/boot/start-error';

/** How a program of Postgres is started. Postgres refuses to run as root, so root starts it as somebody else. */
export type PostgresAccount = {
  owner?: { uid: number; gid: number };
  /** Goes before the program and its arguments. */
  prefix: readonly string[];
};

const SYSTEM_USER = 'postgres';

function findUser(name: string): { uid: number; gid: number } | undefined {
  const ask = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  };
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function makeUser(): { uid: number; gid: number } | undefined {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SYSTEM_USER],
      {
        stdio: 'ignore',
      },
    );
  } catch {
    return undefined;
  }
  return findUser(SYSTEM_USER);
}

/** How to start a program under an account: with none of our secrets, and in no language but the plain one. */
export function describeCommand({ owner, prefix }: PostgresAccount, program: string, args: readonly string[]) {
  const [command = '', ...rest] = [...prefix, program, ...args];
  const options = {
    // With a prefix, that command changes the user itself, to keep what is lent on the way.
    ...(prefix.length > 0 ? {} : owner),
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' } as const,
  };
  return { command, args: rest, options };
}

/** Whether this account gets to the directory and the programs, whatever stands on the path; asks initdb, which looks. */
function canReach(account: PostgresAccount, directory: string, initdb: string): boolean {
  const script = ['-c', 'cd "$1" && "$2" --show --pgdata="$1"', 'sh', directory, initdb];
  const { command, args, options } = describeCommand(account, '/bin/sh', script);
  return spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0;
}

function describeCapability(owner: { uid: number; gid: number }, capability: string): PostgresAccount {
  return {
    owner,
    prefix: [
      'setpriv',
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      '--clear-groups',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
      // Without it access(2), which Postgres asks about its own files, forgets the capability of a user that is not root.
      '--securebits=+no_setuid_fixup',
    ],
  };
}

/** Gives everything in the directory to the account; it may have been made by another one. */
function giveDirectory(directory: string, { uid, gid }: { uid: number; gid: number }): void {
  if (statSync(directory).uid === uid) return;
  for (const entry of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(directory, entry), uid, gid);
  }
  chownSync(directory, uid, gid);
}

/**
 * The account that Postgres runs under: our own, or as root that of `postgres`, made if missing. When that one cannot
 * get to the files, as in a clone below /root, it is lent the right to pass through closed directories.
 * @param directory the database's own; exists, and is given to the account.
 * @throws StartError when no way leads to the files.
 */
export function chooseAccount(dataDirectory: string, directory: string, initdb: string): PostgresAccount {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = findUser(SYSTEM_USER) ?? makeUser() ?? findUser('nobody');
  if (!owner) throw new StartError('As root, the built-in Postgres needs a user `postgres` to run as. Make one.');
  // Root's data directory is closed to others; its group may pass, but not look.
  if (statSync(dataDirectory).uid === 0 && (statSync(dataDirectory).mode & 0o777) === 0o700) {
    chownSync(dataDirectory, 0, owner.gid);
    chmodSync(dataDirectory, 0o710);
  }
  giveDirectory(directory, owner);
  const candidates: PostgresAccount[] = [
    { owner, prefix: [] },
    describeCapability(owner, 'dac_read_search'),
    describeCapability(owner, 'dac_override'),
  ];
  const account = candidates.find((candidate) => canReach(candidate, directory, initdb));
  if (account) return account;
  const place = existsSync(initdb) ? `${directory} and ${initdb}` : initdb;
  throw new StartError(
    `The built-in Postgres cannot run as root, and the user it runs as instead cannot get to ${place}. ` +
      'Move Nearer to a directory that all users may enter, start it as another user, or set DATABASE_URL.',
  );
}
