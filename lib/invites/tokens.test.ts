import { describe, expect, test } from 'vitest';
import { makeToken } from '#lib/secret';
import { codeLetters, formatCode, normalizeCode } from './schema.ts';
import { findKey, hashCode, hashToken, makeCode, makeTicket } from './tokens.ts';

describe('a code', () => {
  test('has eight letters, none of which looks like another, and all of which come up', () => {
    const codes = Array.from({ length: 500 }, makeCode);
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
    expect(new Set(codes.join(''))).toEqual(new Set(codeLetters));
  });

  test('is the same however it is typed', () => {
    expect(formatCode('ABCDEFGH')).toBe('ABCD-EFGH');
    for (const typed of ['abcd-efgh', ' ABCD EFGH ', 'ABCD–EFGH', 'a b c d e f g h']) {
      expect(normalizeCode(typed)).toBe('ABCDEFGH');
      expect(hashCode(typed)).toEqual(hashCode('ABCDEFGH'));
    }
  });
});

test('a hash tells codes and tokens apart and gives away neither', () => {
  expect(hashToken('ABCDEFGH')).not.toEqual(hashCode('ABCDEFGH'));
  expect(hashToken('ABCDEFGH')).toHaveLength(32);
});

describe('findKey', () => {
  const id = '0b6e2b53-7f0b-4a7c-9b39-6f2f7a1d8c11';

  test('reads a ticket back, and nothing but what we signed', () => {
    const ticket = makeTicket(id);
    expect(findKey(ticket)).toEqual({ id });
    expect(findKey(`${ticket.slice(0, -1)}${ticket.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(findKey('A'.repeat(64))).toBeNull();
    expect(findKey('%'.repeat(64))).toBeNull();
  });

  test('takes everything else for a token', () => {
    const token = makeToken();
    expect(findKey(token)).toEqual({ tokenHash: hashToken(token) });
    expect(findKey('')).toEqual({ tokenHash: hashToken('') });
  });
});
