'use client';

import { useEffect } from 'react';

/** Keeps the screen awake while `isOn`, where the browser can. It lets go by itself when the page is hidden. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return;
    const ended = new AbortController();
    let lock: WakeLockSentinel | undefined;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || ended.signal.aborted) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (ended.signal.aborted) void lock.release();
      } catch {
        // Low battery, or not allowed: the screen sleeps as it would.
      }
    };
    void hold();
    document.addEventListener('visibilitychange', () => void hold(), { signal: ended.signal });
    return () => {
      ended.abort();
      void lock?.release();
    };
  }, [isOn]);
}
