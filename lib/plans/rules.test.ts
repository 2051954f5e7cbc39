import { describe, expect, test } from 'vitest';
import type { Author } from '#lib/author';
import type { Day } from '#lib/clock';
import { askedOf, groupPlans, type PlanState, stateOn } from '#lib/plans/rules';

describe('who is asked', () => {
  test.each<[PlanState, Author, Author | null]>([
    ['proposed', 'me', 'partner'],
    ['proposed', 'partner', 'me'],
    ['later', 'me', 'partner'],
    ['later', 'partner', 'me'],
    ['proposed', 'gone', null],
    ['draft', 'me', null],
    ['sealed', 'me', null],
    ['teased', 'partner', null],
    ['planned', 'partner', null],
    ['lived', 'partner', null],
    ['letgo', 'partner', null],
  ])('%s, last written by %s: %s', (state, lastBy, asked) => {
    expect(askedOf(state, lastBy)).toBe(asked);
  });
});

test.each<[PlanState, string | null, PlanState]>([
  ['later', '2026-11-24', 'later'],
  ['later', '2026-11-23', 'proposed'],
  ['later', '2026-11-01', 'proposed'],
  ['later', null, 'later'],
  ['planned', '2026-11-01', 'planned'],
])('%s until %s is %s on the 23rd', (state, until, then) => {
  expect(stateOn(state, until as Day | null, '2026-11-23' as Day)).toBe(then);
});

describe('every plan stands in one place', () => {
  const line = (id: string, state: PlanState, more: { askedOf?: Author; day?: string; isPast?: boolean } = {}) => ({
    id,
    kind: 'together' as const,
    by: 'me' as const,
    state,
    askedOf: more.askedOf ?? null,
    day: (more.day ?? null) as Day | null,
    isPast: more.isPast ?? false,
  });

  test('by its state and who is asked; what was sealed until it was over stands nowhere', () => {
    const groups = groupPlans([
      line('a draft', 'draft', { isPast: true }),
      line('a sealed one', 'sealed'),
      line('asks me', 'proposed', { askedOf: 'me', isPast: true }),
      line('asks them', 'proposed', { askedOf: 'partner' }),
      line('not now', 'later', { askedOf: 'me' }),
      line('was it lived?', 'planned', { isPast: true }),
      line('no day', 'planned'),
      line('Sunday', 'planned', { day: '2026-11-29' }),
      line('Saturday', 'teased', { day: '2026-11-28' }),
      line('teased and over', 'teased', { day: '2026-11-01', isPast: true }),
    ]);
    expect(
      Object.fromEntries(Object.entries(groups).map(([place, lines]) => [place, lines.map(({ id }) => id)])),
    ).toEqual({
      forMe: ['asks me'],
      forPartner: ['asks them'],
      ahead: ['Saturday', 'Sunday', 'no day'],
      over: ['was it lived?'],
      later: ['not now'],
      mine: ['a draft', 'a sealed one'],
    });
  });

  test('those of one day keep their order', () => {
    const days = ['a', 'b', 'c', 'd'].map((id) => line(id, 'planned', { day: '2026-11-28' }));
    expect(groupPlans(days).ahead.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});
