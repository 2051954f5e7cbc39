import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '#lib/boot/start-error';
import { env, hasEnv, setEnv } from '#lib/env';

const schema = z.strictObject({
  authSecret: z.string().min(32),
  vaultKeys: z.string().min(1),
  postgresPassword: z.string().min(16),
});

export type Secrets = z.output<typeof schema>;

function makeSecrets(): Secrets {
  return {
    authSecret: randomBytes(32).toString('base64url'),
    vaultKeys: `1:${randomBytes(32).toString('base64')}`,
    postgresPassword: randomBytes(24).toString('base64url'),
  };
}

/** Writes the file whole or not at all; leaves one alone that another process wrote first. */
function createSecretsFile(path: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    const file = openSync(draft, 'w', 0o600);
    try {
      writeSync(file, `${JSON.stringify(makeSecrets(), null, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process made it at the same moment: that one holds.
    if (code !== 'EEXIST') throw new StartError(`${path} cannot be written (${code}).`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function parseSecrets(text: string): Secrets | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * The secrets kept in `directory/secrets.json`, made at the first start.
 * @throws StartError when the file is damaged, or gone while its database is there: new keys could not open the old content.
 */
export function readSecrets(directory: string): Secrets {
  const path = join(directory, 'secrets.json');
  if (!existsSync(path)) {
    if (existsSync(join(directory, 'postgres'))) {
      throw new StartError(
        `${path} is missing, and what is written in the database cannot be read without it. Put it back from your backup.`,
      );
    }
    createSecretsFile(path);
  }
  const secrets = parseSecrets(readFileSync(path, 'utf8'));
  if (!secrets) throw new StartError(`${path} is damaged. Put it back from your backup.`);
  return secrets;
}

/** Fills in AUTH_SECRET and VAULT_KEYS where the environment has none. */
export function provideSecrets(): void {
  if (hasEnv('AUTH_SECRET') && hasEnv('VAULT_KEYS')) return;
  const { authSecret, vaultKeys } = readSecrets(env.DATA_DIR);
  if (!hasEnv('AUTH_SECRET')) setEnv({ AUTH_SECRET: authSecret });
  if (!hasEnv('VAULT_KEYS')) setEnv({ VAULT_KEYS: vaultKeys });
}
