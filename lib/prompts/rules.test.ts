import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#lib/clock';
import { topics } from '#lib/prompts/kinds';
import { questions } from '#lib/prompts/library';
import { type Asked, chooseQuestion, judgeAgain, stateOf } from '#lib/prompts/rules';

const firstDay = '2026-01-01' as Day;

/** Lives through days as a couple that reveals each question, and returns what was asked. */
function live(
  days: number,
  options: { muted?: string[]; circumstances?: string[]; isAlone?: boolean; seed?: string } = {},
): Asked[] {
  const asked: Asked[] = [];
  for (let i = 0; i < days; i++) {
    const day = addDays(firstDay, i);
    const at = new Date(`${day}T08:00:00Z`);
    const choice = chooseQuestion({
      questions,
      asked,
      revealed: options.isAlone ? 0 : i,
      muted: new Set(options.muted),
      circumstances: options.circumstances ?? [],
      isAlone: options.isAlone ?? false,
      day,
      at,
      seed: options.seed ?? 'couple',
    });
    if (choice) asked.push({ contentId: choice.id, topic: choice.topic, depth: choice.depth, day, askedAt: at });
  }
  return asked;
}

describe('chooseQuestion', () => {
  test('asks nothing twice within a year, whoever the couple is', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const ids = live(300, { seed }).map(({ contentId }) => contentId);
        return new Set(ids).size === ids.length;
      }),
      { numRuns: 10 },
    );
  });

  test('rises in depth as more is revealed', () => {
    const asked = live(120);
    expect(new Set(asked.slice(0, 7).map(({ depth }) => depth))).toEqual(new Set(['light']));
    expect(asked.slice(7, 21).map(({ depth }) => depth)).not.toContain('deep');
    expect(asked.slice(21).map(({ depth }) => depth)).toContain('deep');
  });

  test('never puts two deep ones on two days running', () => {
    const depths = live(250).map(({ depth }) => depth);
    expect(depths.some((depth, i) => depth === 'deep' && depths[i + 1] === 'deep')).toBe(false);
  });

  test('puts no deep one to somebody alone', () => {
    expect(live(60, { isAlone: true }).map(({ depth }) => depth)).not.toContain('deep');
  });

  test('leaves out muted topics, and says nothing when all are muted', () => {
    const muted = topics.filter((topic) => topic !== 'joy' && topic !== 'home');
    expect(new Set(live(20, { muted }).map(({ topic }) => topic))).toEqual(new Set(['joy', 'home']));
    expect(live(3, { muted: [...topics] })).toEqual([]);
  });

  test('presumes nothing that was not said', () => {
    const tagged = new Map(questions.map(({ id, tags }) => [id, tags ?? []]));
    expect(live(250).flatMap(({ contentId }) => tagged.get(contentId ?? '') ?? [])).toEqual([]);
    expect(
      live(300, { circumstances: ['children'] }).flatMap(({ contentId }) => tagged.get(contentId ?? '') ?? []),
    ).toContain('children');
  });

  test('begins again with what is longest ago when the year has used up a small choice', () => {
    const muted = topics.filter((topic) => topic !== 'joy');
    const asked = live(60, { muted });
    expect(asked).toHaveLength(60);
    expect(asked.at(-1)?.contentId).not.toBe(asked.at(-2)?.contentId);
  });

  test('is the same for both who ask at once', () => {
    expect(live(40)).toEqual(live(40));
    expect(live(40, { seed: 'others' })).not.toEqual(live(40));
  });
});

describe('judgeAgain', () => {
  const createdAt = new Date('2026-01-31T10:00:00Z');
  const row = { id: 'earlier', createdAt, revealedAt: createdAt };
  test.each([
    [null, '2026-02-01T00:00:00Z', { ok: true, earlierId: null }],
    [row, '2026-07-31T09:59:59Z', { ok: false }],
    [row, '2026-07-31T10:00:00Z', { ok: true, earlierId: 'earlier' }],
    [{ ...row, revealedAt: null }, '2026-08-01T00:00:00Z', { ok: true, earlierId: null }],
  ])('%o at %s', (last, at, verdict) => {
    expect(judgeAgain(last, new Date(at))).toEqual(verdict);
  });
});

describe('stateOf', () => {
  const at = new Date();
  const open = { openedAt: at, swappedAt: null, revealedAt: null, answeredById: null };
  test.each([
    [{ ...open, openedAt: null }, false, 'closed'],
    [open, false, 'open'],
    [{ ...open, answeredById: 'partner' }, false, 'sealed'],
    [{ ...open, answeredById: 'me' }, false, 'waiting'],
    [{ ...open, swappedAt: at }, false, 'swapped'],
    [{ ...open, revealedAt: at }, false, 'revealed'],
    [{ ...open, revealedAt: at }, true, 'kept'],
  ])('%o, both responded %s: %s', (prompt, bothResponded, state) => {
    expect(stateOf(prompt, 'me', bothResponded)).toBe(state);
  });
});
