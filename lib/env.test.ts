import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { env, setEnv } from '#lib/env';

let before: NodeJS.ProcessEnv;
beforeEach(() => {
  before = { ...process.env };
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  setEnv(before);
});

const key = Buffer.alloc(32, 1).toString('base64');

describe('a wrong value is named', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://localhost/nearer'],
    ['AUTH_SECRET', 'short'],
    ['VAULT_KEYS', key],
    ['VAULT_KEYS', `0:${key}`],
    ['VAULT_KEYS', '1:c2hvcnQ='],
    ['VAULT_KEYS', `1:${key},1:${key}`],
    ['SMTP_URL', 'http://mail.example'],
    ['PUBLIC_URL', 'nearer.example'],
    ['WORKER', 'maybe'],
    ['LOG_LEVEL', 'loud'],
  ] as const)('%s=%s', (name, value) => {
    setEnv({ [name]: value });
    expect(() => env.PORT).toThrow(new RegExp(`^${name} .+\\.$`));
  });
});

test('an empty value is none', () => {
  setEnv({ PORT: ' ', HOST: '', PUBLIC_URL: '' });
  expect([env.PORT, env.HOST, env.PUBLIC_URL]).toEqual([3000, undefined, 'http://localhost:3000']);
});

test('keys of the vault keep their order, the newest first', () => {
  setEnv({ VAULT_KEYS: `3:${key}, 1:${key}` });
  expect(env.VAULT_KEYS).toEqual([
    { version: 3, key: Buffer.alloc(32, 1) },
    { version: 1, key: Buffer.alloc(32, 1) },
  ]);
});

test('what only boot can make says so when it is not there', () => {
  setEnv({ AUTH_SECRET: '' });
  expect(() => env.AUTH_SECRET).toThrow('AUTH_SECRET is not set');
});
