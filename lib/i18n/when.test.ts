import { expect, test } from 'vitest';
import { sayDay, sayMoment, sayWhen } from '#lib/i18n/when';

const now = new Date('2026-11-22T20:30:00Z');

test('says the time for today, the day for another, and the year for another year, by the reader’s own zone', () => {
  expect(sayWhen('en', 'Europe/Madrid', '2026-11-22T17:42:00Z', now)).toBe('18:42');
  expect(sayWhen('es', 'America/New_York', '2026-11-22T17:42:00Z', now)).toBe('12:42');
  expect(sayWhen('en', 'Europe/Madrid', '2026-11-21T17:42:00Z', now)).toBe('21 November');
  expect(sayWhen('es', 'Europe/Madrid', '2025-11-21T17:42:00Z', now)).toBe('21 de noviembre de 2025');
});

test('says the day', () => {
  expect(sayDay('en', 'Pacific/Auckland', now)).toBe('Monday 23 November');
  expect(sayDay('es', 'Europe/Madrid', now)).toBe('domingo, 22 de noviembre');
});

test('says day and time, and the year where it is another', () => {
  expect(sayMoment('en', 'Europe/Madrid', new Date('2026-11-22T17:42:00Z'), now)).toBe('Sunday 22 November at 18:42');
  expect(sayMoment('es', 'Europe/Madrid', new Date('2025-11-21T08:05:00Z'), now)).toBe(
    'viernes, 21 de noviembre de 2025, 09:05',
  );
});
