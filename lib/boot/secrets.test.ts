import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test } from 'vitest';
import { readSecrets } from '#lib/boot/secrets';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(inject('dataDirectory'), 'secrets-'));
});

test('secrets are made once, for their owner alone', () => {
  const secrets = readSecrets(directory);
  expect(readSecrets(directory)).toEqual(secrets);
  expect(statSync(join(directory, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(secrets.vaultKeys).toMatch(/^1:[\w+/]{43}=$/);
});

test('a damaged file is left as it is', () => {
  const path = join(directory, 'secrets.json');
  writeFileSync(path, '{"authSecret":');
  expect(() => readSecrets(directory)).toThrow('is damaged');
  expect(readFileSync(path, 'utf8')).toBe('{"authSecret":');
});

test('no new secrets are made beside an old database', () => {
  mkdirSync(join(directory, 'postgres'));
  expect(() => readSecrets(directory)).toThrow('is missing');
});
