import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  hourIn,
  isTimeZone,
  moveClock,
  movedNow,
  now,
  toTimeZone,
} from '#lib/clock';

afterEach(() => moveClock());

describe('dayIn', () => {
  // The nights in which an hour is skipped or lived twice.
  test.each([
    ['Europe/Madrid', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['Europe/Madrid', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Madrid', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Madrid', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['Europe/Madrid', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['Europe/Madrid', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Madrid', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['America/New_York', '2026-11-01T04:00:00Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
    // Midnight itself is skipped here: the day begins at one o'clock.
    ['Africa/Cairo', '2026-04-23T21:59:59Z', '2026-04-23'],
    ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
    ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', '2026-11-23'],
    ['Pacific/Pago_Pago', '2026-11-23T10:59:00Z', '2026-11-22'],
    ['Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23'],
  ])('%s at %s is %s', (zone, at, day) => {
    expect(dayIn(zone, new Date(at))).toBe(day);
  });

  test('every day of a year comes once, in order, hour by hour', () => {
    for (const zone of ['Europe/Madrid', 'America/Santiago', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Tehran']) {
      const days: string[] = [];
      for (let at = Date.parse('2026-01-01T12:00:00Z'); at < Date.parse('2027-01-01T12:00:00Z'); at += 1_800_000) {
        const day = dayIn(zone, new Date(at));
        if (days.at(-1) !== day) days.push(day);
      }
      expect(days).toEqual(days.map((_, i) => addDays(days[0] as Day, i)));
    }
  });
});

test('addMonths ends on the last day of a shorter month', () => {
  expect(addMonths(new Date('2026-08-31T09:30:00Z'), 6).toISOString()).toBe('2027-02-28T09:30:00.000Z');
  expect(addMonths(new Date('2026-01-15T09:30:00Z'), -12).toISOString()).toBe('2025-01-15T09:30:00.000Z');
});

test('hourIn counts from 0 to 23', () => {
  expect(hourIn('Europe/Madrid', new Date('2026-11-22T23:10:00Z'))).toBe(0);
  expect(hourIn('UTC', new Date('2026-11-22T23:10:00Z'))).toBe(23);
});

test('isTimeZone knows zones and nothing else', () => {
  expect(isTimeZone('Europe/Madrid')).toBe(true);
  for (const zone of ['', 'Mars/Olympus', '+02:00', '../etc']) expect(isTimeZone(zone)).toBe(false);
});

test('a moved clock goes on from where it was moved to', () => {
  expect(movedNow()).toBeNull();
  moveClock(new Date('2030-05-01T00:00:00Z'));
  expect(now().getTime() - Date.parse('2030-05-01T00:00:00Z')).toBeLessThan(1000);
  expect(movedNow()).not.toBeNull();
});

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['EUROPE/BERLIN', 'Europe/Berlin'],
  ['america/port-au-prince', 'America/Port-au-Prince'],
  ['America/Port-au-Prince', 'America/Port-au-Prince'],
  ['utc', 'UTC'],
  ['Europe/Kyiv', 'Europe/Kyiv'],
  ['Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh'],
])('%s is stored as %s', (zone, stored) => {
  expect(toTimeZone(zone)).toBe(stored);
  expect(isTimeZone(stored)).toBe(true);
});
