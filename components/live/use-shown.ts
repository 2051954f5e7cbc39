'use client';

import { useCallback, useRef } from 'react';

/** Which prompts and plans stand on the page now, by their ids. */
export function useShown() {
  const shown = useRef(new Map<string, number>());
  const show = useCallback((id: string) => {
    const count = shown.current;
    count.set(id, (count.get(id) ?? 0) + 1);
    return () => {
      const left = (count.get(id) ?? 1) - 1;
      if (left > 0) count.set(id, left);
      else count.delete(id);
    };
  }, []);
  const isShown = useCallback((id: string) => shown.current.has(id), []);
  return { show, isShown };
}
