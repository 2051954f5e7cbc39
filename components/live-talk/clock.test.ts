import { describe, expect, test } from 'vitest';
import type { LiveView } from '#lib/talks/live/view';
import { betterSample, laterView, leftOf, measure, nearnessOf, sayClock, shareOf, untilNextSecond } from './clock';

const minute = 60_000;
const view = (change: Partial<LiveView> = {}): LiveView => ({
  id: 'a',
  form: 'short',
  phones: 2,
  isHost: false,
  now: 0,
  version: 3,
  moment: 2,
  step: 'thanks',
  stepIndex: 1,
  phase: 'turn',
  stepEndsAt: 5 * minute,
  phaseEndsAt: null,
  pause: null,
  holder: 'me',
  confirmed: 0,
  marks: { me: false, partner: false },
  stops: { me: false, partner: false },
  isHere: { me: true, partner: true },
  toOne: { me: false, partner: false },
  matters: [],
  matterId: null,
  question: null,
  mine: ['pass'],
  forPartner: [],
  begunAt: 0,
  endedAt: null,
  ...change,
});

describe('which clock is right', () => {
  test('the server’s time is taken for the middle of the round trip', () => {
    expect(measure(10_100, 5_000, 5_200, 7)).toEqual({ offset: 5_000, roundTrip: 200, wall: 7 });
  });

  test('the quickest answer counts, and of two as quick the later', () => {
    const slow = measure(10_000, 5_000, 6_000, 0);
    const quick = measure(12_345, 7_000, 7_020, 0);
    const later = measure(15_355, 10_000, 10_020, 0);
    expect(betterSample(null, slow)).toBe(slow);
    expect(betterSample(slow, quick)).toBe(quick);
    expect(betterSample(quick, slow)).toBe(quick);
    expect(betterSample(quick, later)).toBe(later);
  });

  test('a clock that was set meanwhile is measured anew, however slow the answer', () => {
    const quick = measure(10_000, 5_000, 5_010, 100);
    const afterwards = measure(20_000, 99_000, 99_900, 90_100);
    expect(betterSample(quick, afterwards)).toBe(afterwards);
  });
});

test('the larger version counts, and of one version the later view', () => {
  const held = view({ now: 10 });
  const newer = view({ version: 4, now: 9 });
  const same = view({ now: 11 });
  expect(laterView(held, newer)).toBe(newer);
  expect(laterView(newer, held)).toBe(newer);
  expect(laterView(held, same)).toBe(same);
  expect(laterView(same, held)).toBe(same);
});

test('counts down to the end of the moment where it has one, else of the step; in a break to the time of return', () => {
  expect(leftOf(view(), minute)).toBe(4 * minute);
  expect(leftOf(view({ phaseEndsAt: 90_000 }), minute)).toBe(30_000);
  expect(leftOf(view({ pause: { at: minute, until: 21 * minute } }), 2 * minute)).toBe(19 * minute);
});

test.each([
  [192_000, '3:12'],
  [191_001, '3:12'],
  [191_000, '3:11'],
  [9_000, '0:09'],
  [1, '0:01'],
  [3_792_000, '1:03:12'],
  [0, null],
  [-40_000, null],
])('%i ms left are said as %s', (left, said) => {
  expect(sayClock(left)).toBe(said);
});

test('looks again exactly when the next second begins, and no more when it is over', () => {
  expect(untilNextSecond(3_200)).toBe(200);
  expect(untilNextSecond(3_000)).toBe(1_000);
  expect(untilNextSecond(0)).toBeNull();
  for (const left of [3_200, 3_000, 999, 1]) {
    const wait = untilNextSecond(left) ?? 0;
    expect(sayClock(left - wait)).not.toBe(sayClock(left));
    expect(sayClock(left - wait + 1)).toBe(sayClock(left));
  }
});

test('a step has had its share of time, which stands still in a break', () => {
  expect(shareOf(view(), 0)).toBe(0);
  expect(shareOf(view(), 2.5 * minute)).toBe(0.5);
  expect(shareOf(view(), 9 * minute)).toBe(1);
  expect(shareOf(view({ pause: { at: minute, until: 21 * minute } }), 4 * minute)).toBeCloseTo(0.2);
});

test('the circles come nearer with every step', () => {
  const steps = [0, 1, 2, 3, 4, 5].map((stepIndex) => nearnessOf(view({ stepIndex })));
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBe(1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
});
