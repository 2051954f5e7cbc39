import { describe, expect, test } from 'vitest';
import { judgeInvite, refusalOf, stateOf } from './rules.ts';

const at = new Date('2026-11-23T12:00:00Z');
const later = new Date('2026-11-24T12:00:00Z');
const earlier = new Date('2026-11-22T12:00:00Z');
const fresh = { inviterId: 'mika', accepterId: null, expiresAt: later, revokedAt: null, confirmedAt: null };
const accepted = { ...fresh, accepterId: 'noor' };

describe('stateOf', () => {
  test.each([
    ['open', fresh],
    ['expired', { ...fresh, expiresAt: earlier }],
    ['expired', { ...fresh, expiresAt: at }],
    ['accepted', accepted],
    ['accepted', { ...accepted, expiresAt: earlier }],
    ['revoked', { ...accepted, revokedAt: at }],
    ['used', { ...accepted, confirmedAt: at }],
    ['used', { ...accepted, confirmedAt: at, revokedAt: at }],
  ] as const)('%s', (state, row) => {
    expect(stateOf(row, at)).toBe(state);
  });
});

describe('judgeInvite', () => {
  const visitor = (userId: string, isLinked = false) => ({ userId, isLinked });
  test.each([
    ['unknown', null, visitor('noor')],
    ['open', fresh, null],
    ['open', fresh, visitor('noor')],
    ['linked', fresh, visitor('noor', true)],
    ['own', fresh, visitor('mika')],
    ['own', { ...accepted, confirmedAt: at }, visitor('mika', true)],
    ['waiting', accepted, visitor('noor')],
    ['taken', accepted, visitor('sam')],
    ['taken', accepted, null],
    ['joined', { ...accepted, confirmedAt: at }, visitor('noor', true)],
    ['used', { ...accepted, confirmedAt: at }, visitor('sam')],
    ['used', { ...accepted, confirmedAt: at }, null],
    ['revoked', { ...accepted, revokedAt: at }, visitor('noor')],
    ['expired', { ...fresh, expiresAt: earlier }, visitor('noor')],
  ] as const)('%s', (judged, row, who) => {
    expect(judgeInvite(row, who, at)).toBe(judged);
  });
});

test('accepting again what I have accepted is no error', () => {
  expect(refusalOf('waiting')).toBeNull();
  expect(refusalOf('joined')).toBeNull();
  expect(refusalOf('unknown')).toBe('not_found');
  expect(refusalOf('linked')).toBe('already_linked');
});
