'use client';

import { useCallback, useRef } from 'react';

/** Which prompts stand on the page now. */
export function useShown() {
  const shown = useRef(new Map<string, number>());
  const show = useCallback((promptId: string) => {
    const count = shown.current;
    count.set(promptId, (count.get(promptId) ?? 0) + 1);
    return () => {
      const left = (count.get(promptId) ?? 1) - 1;
      if (left > 0) count.set(promptId, left);
      else count.delete(promptId);
    };
  }, []);
  const isShown = useCallback((promptId: string) => shown.current.has(promptId), []);
  return { show, isShown };
}
