import { expect, test } from 'vitest';
import type { Day, Time } from '#lib/clock';
import {
  sayCalendarDay,
  sayDay,
  sayLeaf,
  sayLength,
  sayMoment,
  sayMonth,
  sayNearDay,
  sayPlanned,
  sayWhen,
} from '#lib/i18n/when';

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

test('says a near day by its weekday, another by its date', () => {
  const today = '2026-11-22' as Day;
  expect(sayNearDay('en', '2026-11-28' as Day, today)).toBe('Saturday');
  expect(sayNearDay('es', '2026-11-22' as Day, today)).toBe('domingo');
  expect(sayNearDay('en', '2026-11-29' as Day, today)).toBe('29 November');
  expect(sayNearDay('es', '2026-11-21' as Day, today)).toBe('21 de noviembre');
});

const today = '2026-11-22' as Day;

test('says a day of the calendar: near ones by their name, another year with it', () => {
  expect(sayCalendarDay('en', today, today)).toBe('today');
  expect(sayCalendarDay('es', '2026-11-23' as Day, today)).toBe('mañana');
  expect(sayCalendarDay('en', '2026-11-21' as Day, today)).toBe('yesterday');
  expect(sayCalendarDay('en', '2026-11-28' as Day, today)).toBe('Saturday 28 November');
  expect(sayCalendarDay('es', '2027-01-02' as Day, today)).toBe('sábado, 2 de enero de 2027');
});

test('says how long', () => {
  expect([30, 60, 90, 120, 135, 1440, 2880].map((minutes) => sayLength('en', minutes))).toEqual([
    '30 minutes',
    '1 hour',
    '1.5 hours',
    '2 hours',
    '135 minutes',
    '1 day',
    '2 days',
  ]);
  expect(sayLength('es', 90)).toBe('1,5 horas');
});

test('says when something is planned, as much as was said', () => {
  const day = '2026-11-28' as Day;
  expect(sayPlanned('en', { day, time: '19:30' as Time, minutes: 120 }, today)).toBe(
    'Saturday 28 November · 19:30 · 2 hours',
  );
  expect(sayPlanned('es', { day: '2026-11-23' as Day, time: null, minutes: null }, today)).toBe('mañana');
});

test('says the month, and what stands on a leaf', () => {
  expect(sayMonth('en', '2026-03-01' as Day, today)).toBe('March');
  expect(sayMonth('es', '2025-03-01' as Day, today)).toBe('marzo de 2025');
  expect(sayLeaf('en', '2026-11-28' as Day)).toEqual({ weekday: 'Sat', number: '28', month: 'Nov' });
  expect(sayLeaf('es', '2026-11-28' as Day)).toEqual({ weekday: 'sáb', number: '28', month: 'nov' });
});
