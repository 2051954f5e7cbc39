'use client';

import { useEffect } from 'react';
import { sendUnsent } from '#lib/unsent';

const key = 'nearer:reloaded';

/** After a new build of the server its old files are gone: the page is loaded anew, once, and nothing typed is lost. */
export function mendBuild(error: unknown): void {
  const { name, message } = (error ?? {}) as Partial<Error>;
  const said = `${name} ${message}`;
  if (!/ChunkLoadError|Loading chunk|Failed to load chunk|dynamically imported module/i.test(said)) return;
  if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < 60_000) return;
  sessionStorage.setItem(key, String(Date.now()));
  void sendUnsent().then(() => location.reload());
}

/** Mends the build wherever on the page a file of it turns out to be gone. */
export function useMendedBuild(): void {
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    addEventListener('error', ({ error, message }) => mendBuild(error ?? { message }), { signal });
    addEventListener('unhandledrejection', ({ reason }) => mendBuild(reason), { signal });
    return () => ended.abort();
  }, []);
}
