import { expect, test } from 'vitest';
import type { NewsAnswerKind } from '#lib/news/kinds';
import { nextOf } from '#lib/news/rules';

const news = (said: NewsAnswerKind[], by: 'me' | 'partner' = 'partner') => ({
  by,
  isWithdrawn: false,
  canGoOn: true,
  answers: Object.fromEntries(said.map((kind) => [kind, { text: 'Words' }])),
});

test.each<[NewsAnswerKind[], string | null, string | null]>([
  [[], 'great', null],
  [['great'], 'question', null],
  [['great', 'question'], 'celebrate', 'reply'],
  [['great', 'question', 'reply'], 'celebrate', null],
  [['great', 'celebrate'], null, null],
  [['great', 'question', 'celebrate'], null, 'reply'],
])('after %j it asks of the one who hears it, and of the sharer', (said, hears, shares) => {
  expect(nextOf(news(said))).toBe(hears);
  expect(nextOf(news(said, 'me'))).toBe(shares);
});

test('the question may be passed over', () => {
  expect(nextOf(news(['great']), { question: true })).toBe('celebrate');
  expect(nextOf(news([]), { question: true })).toBe('great');
});

test('withdrawn, or of somebody who has gone, it asks for nothing', () => {
  expect(nextOf({ ...news([]), isWithdrawn: true })).toBeNull();
  expect(nextOf({ ...news([]), canGoOn: false })).toBeNull();
  // A question that was taken back asks no more.
  expect(nextOf({ ...news(['great'], 'me'), answers: { question: { text: null } } })).toBeNull();
});
