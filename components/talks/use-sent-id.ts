'use client';

import { useCallback, useRef } from 'react';
import { newId } from '#lib/id';

/** The id that words are sent with: the same when they are sent again after a lost answer, another for other words. */
export function useSentId(): (words: string) => string {
  const last = useRef<{ id: string; words: string }>(undefined);
  return useCallback((words) => {
    if (last.current?.words !== words) last.current = { id: newId(), words };
    return last.current.id;
  }, []);
}
