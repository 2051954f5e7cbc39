import { expect, test } from 'vitest';
import { countWords, listSentences } from '#lib/journal/rules';

test('sentences end where their language ends them, and at a line break', () => {
  expect(listSentences('It rained. Dr. Vela called at 3.30; nobody spoke!\n\nThen you said why', 'en')).toEqual([
    'It rained.',
    'Dr.',
    'Vela called at 3.30; nobody spoke!',
    'Then you said why',
  ]);
  expect(listSentences('¿Y tú? Nada.', 'es')).toEqual(['¿Y tú?', 'Nada.']);
  expect(listSentences(' \n ', 'en')).toEqual([]);
});

test('words are counted as people count them', () => {
  expect(countWords('Don’t ask — 3 a.m., again.', 'en')).toBe(5);
  expect(countWords('', 'en')).toBe(0);
  expect(countWords('… — …', 'en')).toBe(0);
  expect(countWords('我今天很累', 'zh')).toBeGreaterThan(1);
});
