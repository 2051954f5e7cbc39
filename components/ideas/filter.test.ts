import { expect, test } from 'vitest';
import type { IdeaOffer } from '#lib/ideas/offers';
import { everything, isFound, readFilter, writeFilter } from './filter.ts';

const idea: IdeaOffer = {
  id: 'rest-window',
  area: 'rest',
  tastes: ['quiet-together'],
  cost: 'little',
  time: 'hour',
  energy: 'low',
  place: 'home',
  uses: ['together'],
  fits: ['children-asleep'],
  title: 'A window',
  what: 'Sit.',
  step: 'Choose it.',
  reasons: [],
  rating: null,
  isUsed: false,
};

test.each([
  [{}, true],
  [{ search: 'window' }, true],
  [{ search: 'CHOOSÉ sit' }, true],
  [{ search: 'door' }, false],
  [{ use: 'together' }, true],
  [{ use: 'surprise' }, false],
  [{ area: 'rest', place: 'home', asleep: true }, true],
  [{ area: 'food' }, false],
  [{ cost: 'nothing' }, false],
  [{ cost: 'some', time: 'day', energy: 'high' }, true],
  [{ time: 'minutes' }, false],
  [{ place: 'away' }, false],
  [{ far: true }, false],
  [{ fresh: true }, true],
] as const)('%j finds it: %s', (change, found) => {
  expect(isFound(idea, { ...everything, ...change })).toBe(found);
});

test('what can be done anywhere is found at each place, and what we know is not new', () => {
  expect(isFound({ ...idea, place: 'anywhere' }, { ...everything, place: 'away' })).toBe(true);
  const fresh = { ...everything, fresh: true };
  expect(isFound({ ...idea, isUsed: true }, fresh)).toBe(false);
  expect(isFound({ ...idea, rating: { novelty: 'known', pull: 'yes' } }, fresh)).toBe(false);
  expect(isFound({ ...idea, rating: { novelty: 'new', pull: 'no' } }, fresh)).toBe(true);
});

test('a filter comes back from the address, without what is not known', () => {
  const filter = { ...everything, search: 'old songs', area: 'music' as const, time: 'hour' as const, asleep: true };
  expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
  expect(readFilter(new URLSearchParams('area=money&cost=&page=3'))).toEqual(everything);
  expect(writeFilter(everything)).toBe('');
});
