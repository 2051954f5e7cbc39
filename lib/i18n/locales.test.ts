import { describe, expect, test } from 'vitest';
import { matchLocale } from './locales.ts';

describe('matchLocale', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['fr-CH, fr;q=0.9, es;q=0.4, en;q=0.8', 'en'],
    ['en;q=0, es;q=0.1', 'es'],
    ['de, *;q=0.5', 'en'],
    ['es;q=nonsense', 'en'],
  ])('%s gives %s', (header, locale) => {
    expect(matchLocale(header)).toBe(locale);
  });
});
