'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useTransition } from 'react';
import { sendUnsent } from '#lib/unsent';

/** Requests that come this close together, in ms, are one. */
const together = 40;
/** Nobody waits longer than this, in ms, for a page to have loaded anew. */
const patience = 8000;

/**
 * Loads the page's data anew, once for all who ask at the same time; what is being typed is sent first.
 * Resolves when the page shows what there was at the time of asking.
 */
export function useRefresh(): () => Promise<void> {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const asked = useRef<(() => void)[]>([]);
  const under = useRef<(() => void)[] | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const began = useRef(false);

  const start = useCallback(() => {
    if (timer.current || under.current) return;
    timer.current = setTimeout(async () => {
      await sendUnsent();
      timer.current = undefined;
      under.current = asked.current;
      asked.current = [];
      startTransition(() => router.refresh());
    }, together);
  }, [router]);

  useEffect(() => {
    if (isPending) {
      began.current = true;
      return;
    }
    if (!began.current) return;
    began.current = false;
    for (const done of under.current ?? []) done();
    under.current = undefined;
    if (asked.current.length > 0) start();
  }, [isPending, start]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(
    () =>
      new Promise<void>((resolve) => {
        asked.current.push(resolve);
        setTimeout(resolve, patience);
        start();
      }),
    [start],
  );
}
