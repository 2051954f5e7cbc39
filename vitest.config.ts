import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { testEnvironment } from './lib/testing/settings.ts';

export default defineConfig({
  test: {
    include: ['{lib,app,content,components,messages,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['lib/testing/global-setup.ts'],
    setupFiles: ['lib/testing/setup.ts'],
    env: { ...testEnvironment, DATA_DIR: join(tmpdir(), `nearer-test-${process.pid}`) },
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
  },
});
