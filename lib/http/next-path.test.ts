import { expect, test } from 'vitest';
import { readNextPath } from './next-path.ts';

test.each(['/', '/today', '/invite/aZ_-9', '/questions?topic=joy&x=1'])('%s is ours', (path) => {
  expect(readNextPath(path)).toBe(path);
});

test('a way round is made straight', () => {
  expect(readNextPath('/today/../questions?x=1')).toBe('/questions?x=1');
});

test.each([
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/a/..//elsewhere.example',
  '/%2e//elsewhere.example',
  undefined,
  null,
  ['/today'],
  '',
  'today',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/@elsewhere.example:1',
  'javascript:alert(1)',
  `/${'a'.repeat(500)}`,
])('%s is not', (path) => {
  expect(readNextPath(path)).toBeNull();
});
