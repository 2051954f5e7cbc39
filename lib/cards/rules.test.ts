import { expect, test } from 'vitest';
import { allLinesOf, linesOf } from '#lib/cards/rules';

test.each<[string, string, string[]]>([
  ['a thing a line', 'plums\ncherries', ['plums', 'cherries']],
  ['a comma or semicolon is part of it', 'long walks, at night\nsoup; hot', ['long walks, at night', 'soup; hot']],
  [
    'what is around it, empty lines and line ends of another system are nothing',
    ' plums \r\n\n  \ntea',
    ['plums', 'tea'],
  ],
  ['the same twice is once', 'tea\ntea', ['tea']],
  ['nothing', '', []],
])('%s', (_, likes, lines) => {
  expect(linesOf({ words: { food: { likes } } }, 'food', 'likes')).toEqual(lines);
});

test('of one part of life and one side; or of all parts, in their own order, each thing once', () => {
  const card = { words: { gifts: { likes: 'tea\nstones' }, food: { likes: 'tea', noes: 'raisins' } } };
  expect(linesOf(card, 'food', 'likes')).toEqual(['tea']);
  expect(linesOf(card, 'food', 'noes')).toEqual(['raisins']);
  expect(linesOf(card, 'music', 'likes')).toEqual([]);
  expect(allLinesOf(card, 'likes')).toEqual(['tea', 'stones']);
  expect(allLinesOf(card, 'noes')).toEqual(['raisins']);
});
