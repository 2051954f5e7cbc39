import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// docs/api.md names every route there is, and no other.
const root = join(import.meta.dirname, '..', '..');
const methods = 'GET|HEAD|POST|PUT|PATCH|DELETE';

const there = globSync('app/api/**/route.ts', { cwd: root }).flatMap((file) => {
  const source = readFileSync(join(root, file), 'utf8');
  const path = file.slice('app'.length, -'/route.ts'.length).replace(/\[\.{3}\w+\]/g, '*');
  const found = source.matchAll(
    new RegExp(`^export (?:const|async function|function) (${methods})\\b(?! = refuse)`, 'gm'),
  );
  return [...found].map(([, method]) => `${method} ${path.replace(/\[(\w+)\]/g, ':$1')}`);
});

const rows = readFileSync(join(root, 'docs/api.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'));
const named = rows.flatMap((row) => {
  const [, verbs = '', path = ''] = row.match(/^\| `([A-Z ]+) (\/[^`?]+)(?:\?\w+=)?` /) ?? [];
  return verbs.split(' ').map((method) => `${method} ${path}`);
});

test('docs/api.md names the routes there are, each once', () => {
  expect(there.length).toBeGreaterThan(80);
  expect(named.sort()).toEqual(there.sort());
});
