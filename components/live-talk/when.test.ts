import { expect, test } from 'vitest';
import { nextAt } from './when';

const now = Date.parse('2026-11-29T20:30:00Z');
const iso = (at: number | null) => at && new Date(at).toISOString();

test('a time that is still to come is today’s, another tomorrow’s', () => {
  expect(iso(nextAt('Europe/Madrid', '22:15', now))).toBe('2026-11-29T21:15:00.000Z');
  expect(iso(nextAt('Europe/Madrid', '21:30', now))).toBe('2026-11-30T20:30:00.000Z');
  expect(iso(nextAt('Europe/Madrid', '00:05', now))).toBe('2026-11-29T23:05:00.000Z');
});

test('what is no time is none', () => {
  expect(nextAt('Europe/Madrid', '', now)).toBeNull();
});
