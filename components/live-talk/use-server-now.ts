'use client';

import { useEffect, useState } from 'react';
import type { Talk } from './use-talk';

/**
 * The server's time, looked at again whenever `wait` says: it gets the time and answers in how many ms, or null for not at
 * all. A new view is looked at at once.
 */
export function useServerNow({ view, now }: Talk, wait: (now: number) => number | null): number {
  const [at, setAt] = useState(view.now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it waits for depends on the view alone
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const time = now();
      setAt(time);
      const ms = wait(time);
      // Browsers may be a little early.
      if (ms !== null) timer = setTimeout(look, Math.max(20, ms + 2));
    };
    look();
    return () => clearTimeout(timer);
  }, [view, now]);
  return at;
}
