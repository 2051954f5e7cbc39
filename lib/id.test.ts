import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { newId } from '#lib/id';

afterEach(() => vi.unstubAllGlobals());

test('makes UUIDs, also where the page is not secure', () => {
  expect(z.uuid().safeParse(newId()).success).toBe(true);
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const ids = Array.from({ length: 100 }, newId);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success, id).toBe(true);
  expect(new Set(ids).size).toBe(100);
});
