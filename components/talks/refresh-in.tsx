'use client';

import { useEffect } from 'react';
import { useLive } from '#components/live/live-provider';

const longest = 12 * 60 * 60_000;

/** Loads the page anew when a time has come that changes what it says. @param ms from when it was rendered */
export function RefreshIn({ ms }: { ms: number }) {
  const { refresh } = useLive();
  useEffect(() => {
    if (ms <= 0 || ms > longest) return;
    const timer = setTimeout(() => void refresh(), ms + 500);
    return () => clearTimeout(timer);
  }, [ms, refresh]);
  return null;
}
