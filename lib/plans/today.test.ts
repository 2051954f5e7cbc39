import { expect, test } from 'vitest';
import type { CardView } from '#lib/cards/view';
import type { Day } from '#lib/clock';
import { chooseForToday, isFresh, likesOf } from '#lib/plans/today';
import type { PlanLine } from '#lib/plans/view';
import type { TurnView } from '#lib/turns/queries';

const today = '2026-11-23' as Day;
const turn: TurnView = { n: 1, rhythm: 'weekly', holder: 'me', startsOn: today, endsOn: '2026-11-29' as Day };
const none = { forMe: [], ahead: [], mine: [] };

function plan(id: string, change: Partial<PlanLine> = {}): PlanLine {
  const line = {
    id,
    kind: 'together',
    by: 'partner',
    state: 'planned',
    askedOf: null,
    title: id,
    when: null,
    day: today,
  };
  return {
    ...line,
    isPast: false,
    laterUntil: null,
    livedOn: null,
    isTeased: false,
    versions: 1,
    ...change,
  } as PlanLine;
}

const kinds = (...args: Parameters<typeof chooseForToday>) => chooseForToday(...args).map(({ kind }) => kind);

test('holds what is planned for today and tomorrow, what asks me, and my turn, never more than three', () => {
  const ahead = [plan('a'), plan('b', { day: '2026-11-24' as Day }), plan('c', { day: '2026-11-25' as Day })];
  expect(kinds({ ...none, ahead }, null, today)).toEqual(['planned', 'planned']);
  expect(kinds({ ...none, ahead, forMe: [plan('d'), plan('e')] }, turn, today)).toEqual(['planned', 'asks', 'turn']);
  expect(kinds({ ...none, ahead: [plan('a', { state: 'teased', kind: 'surprise' })] }, null, today)).toEqual([
    'teased',
  ]);
  expect(kinds(none, { ...turn, holder: 'partner' }, today)).toEqual([]);
});

test('my turn asks for nothing once a surprise of mine is sealed or out', () => {
  const sealed = plan('s', { kind: 'surprise', by: 'me', state: 'sealed', day: '2026-11-28' as Day });
  expect(kinds({ ...none, mine: [sealed] }, turn, today)).toEqual(['sealed']);
  expect(kinds({ ...none, mine: [{ ...sealed, day: null }] }, turn, today)).toEqual(['sealed']);
  expect(kinds({ ...none, mine: [{ ...sealed, day: '2026-12-20' as Day }] }, turn, today)).toEqual(['turn']);
  expect(kinds({ ...none, mine: [{ ...sealed, state: 'draft' }] }, turn, today)).toEqual(['turn']);
  expect(kinds({ ...none, ahead: [{ ...sealed, state: 'planned' }] }, turn, today)).toEqual([]);
  expect(kinds({ ...none, mine: [{ ...sealed, day: today }] }, null, today)).toEqual(['sealed']);
});

test('asks how it was where there is room for it', () => {
  const lived = plan('l', { state: 'lived', livedOn: today });
  const ahead = [plan('a'), plan('b', { day: '2026-11-24' as Day })];
  expect(kinds(none, null, today, new Set(), lived)).toEqual(['unfelt']);
  expect(kinds({ ...none, ahead }, null, today, new Set(), lived)).toEqual(['planned', 'planned', 'unfelt']);
  expect(kinds({ ...none, ahead }, turn, today, new Set(), lived)).toEqual(['planned', 'planned', 'turn']);
});

test('says a few likes, own words first', () => {
  const card: CardView = {
    likes: ['jokes', 'water', 'letters'],
    noes: [],
    words: { music: { likes: 'jazz\nthe old radio' }, food: { likes: 'night swims, warm ones\nsoup' } },
    learned: {},
    shown: true,
  };
  expect(likesOf(card)).toEqual([{ words: 'night swims, warm ones' }, { words: 'soup' }, { taste: 'water' }]);
  expect(likesOf(null)).toEqual([]);
});

test('a surprise that has opened lately stands first, whenever it is', () => {
  const ahead = [
    plan('a'),
    plan('b', { kind: 'surprise', day: '2026-12-20' as Day }),
    plan('c', { kind: 'surprise', day: '2026-11-24' as Day }),
  ];
  const chosen = chooseForToday({ ...none, ahead }, null, today, new Set(['b', 'c']));
  expect(chosen).toMatchObject([
    { kind: 'opened', plan: { id: 'b' }, isSoon: false },
    { kind: 'opened', plan: { id: 'c' }, isSoon: true },
    { kind: 'planned', plan: { id: 'a' } },
  ]);
});

test('a surprise is news for two weeks, to the other, until it is lived', () => {
  const opened = { kind: 'surprise', by: 'partner', state: 'planned', revealedAt: '2026-11-20T18:00:00Z' } as const;
  const at = new Date('2026-11-23T08:00:00Z');
  expect(isFresh(opened, at)).toBe(true);
  expect(isFresh({ ...opened, by: 'me' }, at)).toBe(false);
  expect(isFresh({ ...opened, state: 'lived' }, at)).toBe(false);
  expect(isFresh({ ...opened, kind: 'together' }, at)).toBe(false);
  expect(isFresh(opened, new Date('2026-12-05T08:00:00Z'))).toBe(false);
});
