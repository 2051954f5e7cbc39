import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  hourIn,
  instantOf,
  isTimeZone,
  moveClock,
  movedNow,
  now,
  type Time,
  timeIn,
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

describe('instantOf', () => {
  const at = (zone: string, day: string, time: string) => instantOf(zone, day as Day, time as Time).toISOString();

  test.each([
    ['Europe/Madrid', '2026-11-28', '19:30', '2026-11-28T18:30:00.000Z'],
    ['Europe/Madrid', '2026-07-28', '00:00', '2026-07-27T22:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-23', '00:00', '2026-11-22T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-23', '23:59', '2026-11-23T09:59:00.000Z'],
    ['UTC', '2028-02-29', '12:00', '2028-02-29T12:00:00.000Z'],
    // Around the hour that is left out.
    ['Europe/Madrid', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['Europe/Madrid', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '01:00', '2026-04-23T22:00:00.000Z'],
  ])('%s, %s at %s is %s', (zone, day, time, instant) => {
    expect(at(zone, day, time)).toBe(instant);
  });

  test.each([
    ['Europe/Madrid', '2026-03-29', '02:30', '03:30'],
    ['America/New_York', '2026-03-08', '02:00', '03:00'],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '02:45'],
    // Midnight itself.
    ['Africa/Cairo', '2026-04-24', '00:00', '01:00'],
    ['Africa/Cairo', '2026-04-24', '00:30', '01:30'],
  ])('in %s on %s, clocks leave out %s: it is %s', (zone, day, time, shown) => {
    const instant = instantOf(zone, day as Day, time as Time);
    expect([dayIn(zone, instant), timeIn(zone, instant)]).toEqual([day, shown]);
  });

  test.each([
    ['Europe/Madrid', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01', '01:00', '2026-11-01T05:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'],
    ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30:00.000Z'],
  ])('in %s on %s, %s comes twice: it is the first', (zone, day, time, instant) => {
    expect(at(zone, day, time)).toBe(instant);
  });

  const zones = [
    'Europe/Madrid',
    'America/New_York',
    'America/St_Johns',
    'America/Santiago',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Africa/Casablanca',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
    'UTC',
  ];
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });

  test('is what clocks show, there and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const lived = new Date(minute * 60_000);
        const [day, time] = [dayIn(zone, lived), timeIn(zone, lived)];
        const instant = instantOf(zone, day, time);
        expect([dayIn(zone, instant), timeIn(zone, instant)]).toEqual([day, time]);
        // The same, or the first of two, which are at most an hour apart.
        const apart = lived.getTime() - instant.getTime();
        expect(apart >= 0 && apart <= 3_600_000, `${lived.toISOString()} in ${zone}`).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('every minute of the nights in which clocks change', () => {
    for (const [zone, from] of [
      ['Europe/Madrid', '2026-10-24T20:00:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T12:00:00Z'],
      ['Africa/Cairo', '2026-10-29T18:00:00Z'],
      ['Africa/Cairo', '2026-04-23T18:00:00Z'],
    ] as const) {
      for (let minute = 0; minute < 8 * 60; minute++) {
        const lived = new Date(Date.parse(from) + minute * 60_000);
        const instant = instantOf(zone, dayIn(zone, lived), timeIn(zone, lived));
        expect([0, 1_800_000, 3_600_000]).toContain(lived.getTime() - instant.getTime());
        expect(timeIn(zone, instant)).toBe(timeIn(zone, lived));
      }
    }
  });
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
