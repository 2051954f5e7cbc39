import { expect, test } from 'vitest';
import { inAnHour } from './in-an-hour';

test.each([
  ['2026-11-23T18:00:00Z', '19:30', false],
  ['2026-11-23T18:01:00Z', '20:00', false],
  ['2026-11-23T18:30:00Z', '20:00', false],
  ['2026-11-23T22:10:00Z', '00:00', true],
  ['2026-11-23T22:45:00Z', '00:30', true],
])('at %s it is %s', (now, time, isTomorrow) => {
  expect(inAnHour('Europe/Madrid', new Date(now))).toEqual({ time, isTomorrow });
});
