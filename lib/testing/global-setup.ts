import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '#lib/boot/database';
import { startPostgres } from '#lib/boot/postgres/server';
import { testEnvironment } from '#lib/testing/settings';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the migrated database that the tests' own are cloned from. Nobody stays connected to it. */
    templateUrl: string;
    /** A directory for what a test writes to disk; also the database's files are in it. */
    dataDirectory: string;
  }
}

/** One Postgres a test run, gone with it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'nearer-test-'));
  const postgres = await startPostgres({ dataDirectory, password: 'test', isDurable: false });
  const teardown = async () => {
    await postgres.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    await prepareDatabase(postgres.url, testEnvironment.AUTH_SECRET);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide('templateUrl', postgres.url);
  project.provide('dataDirectory', dataDirectory);
  return teardown;
}
