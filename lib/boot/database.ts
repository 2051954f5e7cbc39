import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { migrate } from '#lib/boot/migrate';
import { openRole } from '#lib/boot/roles';
import { StartError } from '#lib/boot/start-error';
import { canUnwrap } from '#lib/vault';

/** Held while one process prepares the database; another that starts at the same time waits. */
const PREPARE_LOCK = 7_235_411;
const WAIT_MILLISECONDS = 30_000;
const CONNECT_MILLISECONDS = 5_000;

function isAwayForNow(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  // Refused, unknown yet to the network, or just starting or stopping.
  return /^(ECONN|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOST|57P0)/.test(code) || code === '';
}

async function connect(url: string): Promise<Client> {
  const end = Date.now() + WAIT_MILLISECONDS;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS });
    // A connection that breaks also fails the query it was in; that one is reported.
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (isAwayForNow(error) && Date.now() < end) await sleep(500);
      else
        throw new StartError(
          `The database of DATABASE_URL does not answer: ${(error as Error).message || 'no reason given'}.`,
        );
    }
  }
}

/**
 * Refuses master keys that do not open what the database holds, before anything is written with them, and before another
 * server's logins are changed: the oldest and the newest data key of each version are tried.
 */
async function requireFittingKeys(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ id: string; masterVersion: number; wrapped: Buffer }>(`
    select distinct id, master_version as "masterVersion", wrapped from vault_key k
     where created_at = (select min(created_at) from vault_key where master_version = k.master_version)
        or created_at = (select max(created_at) from vault_key where master_version = k.master_version)
     limit 100`);
  const unopened = rows.find((row) => !canUnwrap(row));
  if (!unopened) return;
  throw new StartError(
    `VAULT_KEYS does not open what this database holds: the master key of version ${unopened.masterVersion} is missing or another. Put back the secrets it was made with.`,
  );
}

export type DatabaseUrls = { APP_DATABASE_URL: string; SYSTEM_DATABASE_URL: string };

/**
 * Brings the database of this address up to date, and opens the two logins that the rest of Nearer uses.
 * @param url the owner's address.
 * @param secret AUTH_SECRET.
 * @throws StartError
 */
export async function prepareDatabase(url: string, secret: string): Promise<DatabaseUrls> {
  const owner = await connect(url);
  try {
    await owner.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
    await migrate(owner, url);
    await requireFittingKeys(owner);
    return {
      APP_DATABASE_URL: await openRole(owner, url, 'nearer_app', secret),
      SYSTEM_DATABASE_URL: await openRole(owner, url, 'nearer_system', secret),
    };
  } finally {
    await owner.end();
  }
}
