import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export type ProcessIdentity = {
  /** Differs between two processes that had the same number one after the other. */
  started: string;
  command: string;
};

function readFromProc(pid: number): ProcessIdentity {
  // The second field is a name in brackets that may itself hold blanks; the start time is the 20th after it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  if (fields[0] === 'Z') throw new Error('dead, but not yet collected by its parent');
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return { started: `${boot}/${fields[19]}`, command };
}

function readFromPs(pid: number): ProcessIdentity {
  const ask = (column: string) =>
    execFileSync('ps', ['-p', String(pid), '-o', `${column}=`], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
  return { started: ask('lstart'), command: ask('args') };
}

/** Who a process number is at this moment; undefined when no process has it. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  try {
    return existsSync('/proc/self/stat') ? readFromProc(pid) : readFromPs(pid);
  } catch {
    return undefined;
  }
}
