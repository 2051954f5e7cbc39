import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// Noted by scripts/prepare.mjs --browser.
const note = join(import.meta.dirname, '.cache', 'chromium');
const executablePath = process.env.CHROMIUM_PATH || (existsSync(note) ? readFileSync(note, 'utf8') : undefined);

/** A time zone where it is about noon, so that no test runs into a new day. */
function findNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    // A trace or a picture would keep what the tests write.
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    locale: 'en-GB',
    timezoneId: findNoon(),
    actionTimeout: 15_000,
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  // What two do together, and how pages look, on both; the rest on one of them.
  projects: [
    {
      name: 'phone',
      testIgnore: /(accounts|secrets)\.spec\.ts/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'light' },
    },
    {
      name: 'desktop',
      testIgnore: /(bids|feelings|invites|journal|news|restart|talks|thanks)\.spec\.ts/,
      use: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
    },
  ],
});
