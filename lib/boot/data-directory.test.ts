import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test } from 'vitest';
import { lockDataDirectory, makeDataDirectory } from '#lib/boot/data-directory';
import { findProcess } from '#lib/boot/process-identity';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(inject('dataDirectory'), 'lock-'));
});

function writeLock(lock: object): void {
  writeFileSync(join(directory, 'server.lock'), JSON.stringify(lock));
}

test('a directory is claimed once, until it is given free', () => {
  const unlock = lockDataDirectory(directory);
  expect(() => lockDataDirectory(directory)).toThrow(`already runs on ${directory} (process ${process.pid})`);
  unlock();
  lockDataDirectory(directory)();
});

test('another living process keeps its claim', () => {
  writeLock({ pid: process.ppid, started: findProcess(process.ppid)?.started });
  expect(() => lockDataDirectory(directory)).toThrow(`(process ${process.ppid})`);
});

test.each([
  ['a process that is no more', { pid: 2 ** 30, started: 'then' }],
  ['a number that somebody else has now', { pid: process.ppid, started: 'then' }],
  ['nothing legible', {}],
])('a claim of %s is void', (_, lock) => {
  writeLock(lock);
  lockDataDirectory(directory)();
});

test('a place where nothing can be made is named', () => {
  expect(() => makeDataDirectory('/dev/null/data')).toThrow('DATA_DIR /dev/null/data cannot be made (ENOTDIR).');
});
