import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StartError } from '#lib/boot/start-error';
import { movedNow } from '#lib/clock';
import { fillDemo } from '#lib/demo/fill';
import { env } from '#lib/env';

// A database of its own: half a year stays in it.
test('a year that breaks off says what to empty, and moves the clock back', async () => {
  const withoutRoutes = mkdtempSync(join(tmpdir(), 'nearer-api-'));
  const failure = await fillDemo(withoutRoutes).catch((error: unknown) => error);
  rmSync(withoutRoutes, { recursive: true });
  expect(failure).toBeInstanceOf(StartError);
  expect(String(failure)).toContain('broke off');
  expect(String(failure)).toContain(env.DATA_DIR);
  expect(movedNow()).toBeNull();
});
