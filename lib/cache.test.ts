import { expect, test, vi } from 'vitest';
import { Cache } from '#lib/cache';

test('keeps for a while', () => {
  vi.useFakeTimers();
  const cache = new Cache<number>(1000, 10);
  cache.keep('a', 1);
  vi.advanceTimersByTime(999);
  expect(cache.find('a')).toBe(1);
  vi.advanceTimersByTime(1);
  expect(cache.find('a')).toBeUndefined();
  vi.useRealTimers();
});

test('keeps no more than so many; what was put last stays', () => {
  const cache = new Cache<number>(1000, 2);
  cache.keep('a', 1);
  cache.keep('b', 2);
  cache.keep('a', 3);
  cache.keep('c', 4);
  expect(['a', 'b', 'c'].map((key) => cache.find(key))).toEqual([3, undefined, 4]);
});
