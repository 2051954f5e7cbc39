import { expect, test } from 'vitest';
import { hashSecret, makeToken } from './secret.ts';

test('a token is 32 random bytes', () => {
  expect(Buffer.from(makeToken(), 'base64url')).toHaveLength(32);
  expect(makeToken()).not.toBe(makeToken());
});

test('a hash is of its use: what opens one thing opens no other', () => {
  const token = makeToken();
  expect(hashSecret('invite token', token)).toEqual(hashSecret('invite token', token));
  expect(hashSecret('invite token', token)).not.toEqual(hashSecret('calendar', token));
  expect(hashSecret('invite token', token)).toHaveLength(32);
});
