'use client';

import { useEffect } from 'react';
import { dayIn } from '#lib/clock';
import { useLive } from './live-provider';

/** Loads the page anew when the couple's next day begins while it is open. */
export function NewDay({ timeZone }: { timeZone: string }) {
  const { refresh } = useLive();
  useEffect(() => {
    let day = dayIn(timeZone);
    const timer = setInterval(() => {
      const current = dayIn(timeZone);
      if (current === day || !navigator.onLine) return;
      day = current;
      void refresh();
    }, 30_000);
    return () => clearInterval(timer);
  }, [timeZone, refresh]);
  return null;
}
