import { describe, expect, test } from 'vitest';
import { depths, topics } from '#lib/prompts/kinds';
import { findQuestion, questions, wordsOf } from '#lib/prompts/library';
import { contentWords, likeness, listRepeated, unwantedEnglish, unwantedSpanish } from '#lib/testing/content';

// Words that carry no picture, so that two questions are compared by what they are about.
const plain = new Set(
  (
    'a about after again all an and any are as at back be because been before being between both but by can could did do does each else ever ' +
    'every for from get had has have how i if in into is it its just last less let like made make me more most much my no not of off on once one only or ' +
    'other our out over own same say so some something still such tell than that the their them then there these they thing things this those time to ' +
    'today together too two up us very was we went were what when where which while who whose why will with without would you your finish describe moment'
  ).split(' '),
);

describe('the library', () => {
  test('holds at least 400 questions, each topic in each depth', () => {
    expect(questions.length).toBeGreaterThanOrEqual(400);
    for (const topic of topics) {
      for (const depth of depths) {
        const count = questions.filter((entry) => entry.topic === topic && entry.depth === depth).length;
        expect(count, `${topic}, ${depth}`).toBeGreaterThanOrEqual(8);
      }
    }
  });

  test('names no question twice, by id or by words', () => {
    for (const of of ['id', 'en', 'es'] as const) {
      expect(listRepeated(questions.map((entry) => entry[of]))).toEqual([]);
    }
  });

  test('has no two questions that ask nearly the same', () => {
    const bags = questions.map(({ en }) => contentWords(en, plain));
    const pairs: string[] = [];
    questions.forEach((a, i) => {
      questions.slice(i + 1).forEach((b, j) => {
        const other = bags[i + 1 + j];
        const bag = bags[i];
        if (bag && other && Math.min(bag.size, other.size) > 2 && likeness(bag, other) >= 0.5)
          pairs.push(`${a.en} ~ ${b.en}`);
      });
    });
    expect(pairs).toEqual([]);
  });

  test('a near-duplicate would be noticed', () => {
    const a = contentWords('Which worry visits you when the light is out?', plain);
    expect(likeness(a, contentWords('Which worry visits you once the light goes out?', plain))).toBeGreaterThanOrEqual(
      0.5,
    );
    expect(likeness(a, contentWords('Where would we wake up tomorrow?', plain))).toBe(0);
  });

  test('does not hum one tune', () => {
    const beginsWithWhatIs = questions.filter(({ en }) => /^what(?:’s|'s| is)\b/i.test(en));
    expect(beginsWithWhatIs.length).toBeLessThan(questions.length / 8);
    for (const topic of topics) {
      const openings = questions
        .filter((entry) => entry.topic === topic)
        .map(({ en }) => en.split(' ').slice(0, 2).join(' ').toLowerCase());
      const most = Math.max(...openings.map((opening) => openings.filter((other) => other === opening).length));
      expect(most, topic).toBeLessThanOrEqual(5);
    }
  });

  test('cheers at nobody, assigns no gender and uses nobody’s mark', () => {
    for (const { en, es } of questions) {
      expect(en).not.toMatch(unwantedEnglish);
      expect(en).not.toMatch(/on a scale/i);
      expect(es).not.toMatch(unwantedSpanish);
    }
  });

  test('says a question in the language asked for, and in English where there is none of it', () => {
    const [entry] = questions;
    if (!entry) throw new Error('no question');
    expect(findQuestion(entry.id)).toBe(entry);
    expect([wordsOf(entry, 'es'), wordsOf(entry, 'en'), wordsOf(entry, 'xx')]).toEqual([entry.es, entry.en, entry.en]);
  });
});
