import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProcess } from '#lib/boot/process-identity';
import { StartError } from '#lib/boot/start-error';

const STOP_MILLISECONDS = 15_000;

function readPid(path: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (findProcess(pid)) {
    if (Date.now() > end) return false;
    await sleep(20);
  }
  return true;
}

/**
 * Stops the Postgres that a killed server left running on this directory, and clears away its traces.
 * Only the holder of the data directory's lock may call it.
 */
export async function stopOrphan(directory: string): Promise<void> {
  const path = join(directory, 'postmaster.pid');
  const pid = readPid(path);
  if (!pid) return;
  const command = findProcess(pid)?.command;
  // The number may by now be that of a stranger, on whose account Postgres would refuse to start.
  if (!command?.includes('postgres') || !command.includes(directory)) {
    rmSync(path, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  if (await waitForEnd(pid, STOP_MILLISECONDS)) return;
  process.kill(pid, 'SIGQUIT');
  if (await waitForEnd(pid, STOP_MILLISECONDS)) return;
  throw new StartError(`An earlier Postgres (process ${pid}) still runs on ${directory} and does not stop.`);
}
