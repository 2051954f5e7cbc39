import { expect, test } from 'vitest';
import { fold, hasWords } from './fold.ts';

test.each([
  ['', true],
  ['  ', true],
  ['cancion', true],
  ['CANCIÓN vieja', true],
  ['viej canc', true],
  ['canción nueva', false],
])('“%s” is found: %s', (wanted, isThere) => {
  expect(hasWords(fold('Una canción vieja'), wanted)).toBe(isThere);
});
