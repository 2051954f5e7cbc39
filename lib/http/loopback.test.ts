import { expect, test } from 'vitest';
import { leadsNowhereElse } from './loopback.ts';

test.each([
  ['http://localhost:3000/invite/x', true],
  ['http://nearer.localhost/invite/x', true],
  ['http://127.0.0.1:3000/invite/x', true],
  ['http://[::1]:3000/invite/x', true],
  ['http://192.168.1.7:3000/invite/x', false],
  ['https://localhost.example/invite/x', false],
  ['https://nearer.example/invite/x', false],
])('%s leads nowhere else: %s', (link, isLoopback) => {
  expect(leadsNowhereElse(link)).toBe(isLoopback);
});
