import { afterEach, expect, test, vi } from 'vitest';
import { mendBuild } from './mend-build';

afterEach(() => vi.unstubAllGlobals());

test('loads the page anew when a file of the build is gone, once a minute at most, and for nothing else', async () => {
  const stored = new Map<string, string>();
  const reload = vi.fn();
  vi.stubGlobal('location', { reload, href: 'http://nearer.test/today' });
  const fetch = vi.fn(async () => new Response());
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  mendBuild(undefined);
  mendBuild(new TypeError('x is undefined'));
  expect(fetch).not.toHaveBeenCalled();
  mendBuild(new Error('Failed to load chunk /_next/static/chunks/a.js'));
  await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
  expect(fetch).toHaveBeenCalledTimes(1);
  mendBuild(new Error('Failed to load chunk /_next/static/chunks/a.js'));
  await Promise.resolve();
  expect(reload).toHaveBeenCalledTimes(1);
});
