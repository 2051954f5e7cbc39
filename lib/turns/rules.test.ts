import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#lib/clock';
import { type Rhythm, rhythms } from '#lib/turns/kinds';
import { changeRhythm, skipTurn, swapTurns, type Turn, type TurnRule, turnOn } from '#lib/turns/rules';

const members = ['mika', 'noor'] as const;
const otherOf = (id: string) => (id === 'mika' ? 'noor' : 'mika');

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2026-01-01' as Day, count));
// Ends of months, and the leap day.
const edges = fc.constantFrom(
  '2027-12-29',
  '2028-01-30',
  '2028-01-31',
  '2028-02-29',
  '2026-08-31',
) as fc.Arbitrary<Day>;
const rules: fc.Arbitrary<TurnRule> = fc.record({
  rhythm: fc.constantFrom(...rhythms),
  anchorOn: fc.oneof(days, edges),
  anchorN: fc.integer({ min: 1, max: 500 }),
  firstId: fc.constantFrom(...members),
});

type Step = { kind: 'pass'; days: number } | { kind: 'swap' } | { kind: 'skip' } | { kind: 'change'; rhythm: Rhythm };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 45 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('skip' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('change' as const), rhythm: fc.constantFrom(...rhythms) }),
    },
  ),
  { maxLength: 25 },
);

/** One turn a day: it holds the day, it is one of the two's, and the next begins when it ends. */
function expectTurn(rule: TurnRule, today: Day): Turn {
  const turn = turnOn(rule, today, members);
  expect(members).toContain(turn.holderId);
  expect(turn.startsOn <= today && today <= turn.endsOn, `${today} in ${JSON.stringify(turn)}`).toBe(true);
  expect(turnOn(rule, turn.endsOn, members)).toEqual(turn);
  expect(turnOn(rule, turn.startsOn, members)).toEqual(turn);
  expect(turnOn(rule, addDays(turn.endsOn, 1), members)).toMatchObject({
    n: turn.n + 1,
    startsOn: addDays(turn.endsOn, 1),
    holderId: otherOf(turn.holderId),
  });
  return turn;
}

test('whatever the two do, each day has exactly one turn, and the turns follow one another', () => {
  fc.assert(
    fc.property(rules, steps, (begun, done) => {
      let rule = begun;
      let today = rule.anchorOn;
      let turn = expectTurn(rule, today);
      expect(turn).toMatchObject({ n: rule.anchorN, holderId: rule.firstId, startsOn: rule.anchorOn });
      for (const step of done) {
        if (step.kind === 'pass') {
          // Day by day, as it is lived: nobody is asked, and nobody need have looked.
          for (let passed = 0; passed < step.days; passed++) {
            const before: Turn = turn;
            today = addDays(today, 1);
            turn = expectTurn(rule, today);
            if (today <= before.endsOn) expect(turn).toEqual(before);
            else expect(turn).toMatchObject({ n: before.n + 1, holderId: otherOf(before.holderId), startsOn: today });
          }
          continue;
        }
        const before = turn;
        if (step.kind === 'swap') rule = swapTurns(rule, members);
        if (step.kind === 'skip') rule = skipTurn(rule, today, members);
        if (step.kind === 'change') rule = changeRhythm(rule, step.rhythm, today, members);
        turn = expectTurn(rule, today);
        if (step.kind === 'swap') expect(turn).toEqual({ ...before, holderId: otherOf(before.holderId) });
        if (step.kind === 'skip') {
          expect(turn).toMatchObject({ n: before.n + 1, holderId: otherOf(before.holderId), startsOn: today });
        }
        if (step.kind === 'change') {
          expect(turn).toMatchObject({ n: before.n, holderId: before.holderId });
          expect([before.startsOn, today]).toContain(turn.startsOn);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('ten turns that nobody took have passed on like ten that were taken', () => {
  fc.assert(
    fc.property(rules, fc.integer({ min: 0, max: 4000 }), (rule, later) => {
      const today = addDays(rule.anchorOn, later);
      let turn = turnOn(rule, rule.anchorOn, members);
      while (turn.endsOn < today) turn = turnOn(rule, addDays(turn.endsOn, 1), members);
      expect(turnOn(rule, today, members)).toEqual(turn);
      expect(turn.holderId === rule.firstId).toBe((turn.n - rule.anchorN) % 2 === 0);
    }),
  );
});

test('two swaps are none', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(swapTurns(swapTurns(rule, members), members)).toEqual(rule);
    }),
  );
});

describe('by the month', () => {
  const startsFrom = (anchorOn: string, count: number) => {
    const rule: TurnRule = { rhythm: 'monthly', anchorOn: anchorOn as Day, anchorN: 1, firstId: 'mika' };
    const starts = [];
    let turn = turnOn(rule, rule.anchorOn, members);
    for (let i = 0; i < count; i++) {
      starts.push(turn.startsOn);
      turn = turnOn(rule, addDays(turn.endsOn, 1), members);
    }
    return starts;
  };

  test.each([
    ['2027-01-29', ['2027-01-29', '2027-02-28', '2027-03-29', '2027-04-29']],
    ['2028-01-30', ['2028-01-30', '2028-02-29', '2028-03-30', '2028-04-30']],
    ['2026-12-31', ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']],
    ['2028-02-29', ['2028-02-29', '2028-03-29', '2028-04-29']],
  ])('from %s the last day stands in for a missing one, and the day comes back', (from, starts) => {
    expect(startsFrom(from, starts.length)).toEqual(starts);
  });
});

describe('another rhythm', () => {
  const rule: TurnRule = { rhythm: 'monthly', anchorOn: '2026-11-01' as Day, anchorN: 4, firstId: 'noor' };

  test('goes on from the turn’s own beginning where it is not over by that', () => {
    expect(changeRhythm(rule, 'biweekly', '2026-11-10' as Day, members)).toEqual({ ...rule, rhythm: 'biweekly' });
  });

  test('begins today where it would be over, and takes the turn from nobody', () => {
    const after = changeRhythm(rule, 'weekly', '2026-11-10' as Day, members);
    expect(turnOn(after, '2026-11-10' as Day, members)).toEqual({
      n: 4,
      holderId: 'noor',
      startsOn: '2026-11-10',
      endsOn: '2026-11-16',
    });
  });
});

test('a day before the first, as by a zone further west, is the first turn’s too', () => {
  const rule: TurnRule = { rhythm: 'weekly', anchorOn: '2026-11-10' as Day, anchorN: 1, firstId: 'mika' };
  expect(turnOn(rule, '2026-11-09' as Day, members)).toMatchObject({ n: 1, holderId: 'mika', endsOn: '2026-11-16' });
});
