'use client';

import { useEffect } from 'react';
import { sendUnsent } from '#lib/unsent';

const key = 'nearer:reloaded';
/** How often a server that is away is asked for, in ms. */
const askEvery = 2000;
let isMending = false;

/** Loads the page anew once the server answers; before that, the browser would show its own error page. */
async function reloadWhenThere(): Promise<void> {
  await sendUnsent();
  const isAway = () =>
    fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
      () => false,
      () => true,
    );
  while (await isAway()) await new Promise((resolve) => setTimeout(resolve, askEvery));
  sessionStorage.setItem(key, String(Date.now()));
  location.reload();
}

/** After a new build of the server its old files are gone: the page is loaded anew, once, and nothing typed is lost. */
export function mendBuild(error: unknown): void {
  const { name, message } = (error ?? {}) as Partial<Error>;
  const said = `${name} ${message}`;
  if (!/ChunkLoadError|Loading chunk|Failed to load chunk|dynamically imported module/i.test(said)) return;
  if (isMending || Date.now() - Number(sessionStorage.getItem(key) ?? 0) < 60_000) return;
  isMending = true;
  void reloadWhenThere();
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
