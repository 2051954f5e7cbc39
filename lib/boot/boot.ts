import { listAddresses } from '#lib/boot/addresses';
import { lockDataDirectory, makeDataDirectory } from '#lib/boot/data-directory';
import { prepareDatabase } from '#lib/boot/database';
import { startPostgres } from '#lib/boot/postgres/server';
import { provideSecrets, readSecrets } from '#lib/boot/secrets';
import { env, hasEnv, setEnv } from '#lib/env';

export type Boot = {
  /** Stops what was started; the last step of an ordered end. */
  stop(): Promise<void>;
};

/** Starts the built-in Postgres and sets DATABASE_URL to it. */
async function provideDatabase(): Promise<Boot> {
  const unlock = lockDataDirectory(env.DATA_DIR);
  try {
    const postgres = await startPostgres({
      dataDirectory: env.DATA_DIR,
      password: readSecrets(env.DATA_DIR).postgresPassword,
    });
    setEnv({ DATABASE_URL: postgres.url });
    return {
      stop: async () => {
        await postgres.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Makes ready what all of Nearer needs: secrets, a database that is up to date, and the variables that say so.
 * @throws StartError
 */
export async function boot(): Promise<Boot> {
  makeDataDirectory(env.DATA_DIR);
  provideSecrets();
  const [address] = listAddresses(env.HOST, env.PORT);
  if (!hasEnv('PUBLIC_URL') && address) setEnv({ PUBLIC_URL: address });
  const database = env.DATABASE_URL ? { stop: async () => {} } : await provideDatabase();
  try {
    setEnv(await prepareDatabase(env.DATABASE_URL ?? '', env.AUTH_SECRET));
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}
