import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProcess } from '#lib/boot/process-identity';
import { StartError } from '#lib/boot/start-error';

function readCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** Makes the directory for its owner alone. One that exists keeps the permissions it was given. */
export function makeDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(`DATA_DIR ${directory} cannot be made (${readCode(error)}).`);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (readCode(error) === 'ENOENT') return undefined;
    throw new StartError(`${path} cannot be read (${readCode(error)}).`);
  }
}

/** The process that wrote this lock, if it still lives. */
function findHolder(lock: string): number | undefined {
  try {
    const { pid, started } = JSON.parse(lock) as { pid: number; started: string };
    return findProcess(pid)?.started === started ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Takes away the lock that was read as stale, and no other that came in its place meanwhile. */
function clearStaleLock(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readIfThere(aside) !== stale) linkSync(aside, path);
  } catch (error) {
    if (readCode(error) !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Claims the directory for this process; a claim ends with the process that made it, however that ended.
 * @returns gives the directory free again.
 * @throws StartError when another living process holds it.
 */
export function lockDataDirectory(directory: string): () => void {
  const path = join(directory, 'server.lock');
  const found = readIfThere(path);
  if (found !== undefined) {
    const holder = findHolder(found);
    if (holder) {
      throw new StartError(
        `Nearer already runs on ${directory} (process ${holder}). Stop it first, or set DATA_DIR to another directory.`,
      );
    }
    clearStaleLock(path, found);
  }
  const lock = JSON.stringify({ pid: process.pid, started: findProcess(process.pid)?.started });
  try {
    writeFileSync(path, lock, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (readCode(error) === 'EEXIST') throw new StartError(`Another Nearer is just starting on ${directory}.`);
    throw new StartError(`DATA_DIR ${directory} cannot be written to (${readCode(error)}).`);
  }
  return () => rmSync(path, { force: true });
}
