'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLive } from '#components/live/live-provider';
import { type Draft, type DraftState, getDraft } from './draft';

/**
 * My words to a prompt as I type them: saved on the server, and until then in this browser. A component that uses it for
 * another prompt wants another `key`.
 */
export function useDraft(promptId: string, saved: string | null, begin = ''): DraftState & { draft: () => Draft } {
  const { userId } = useLive();
  const held = useRef<Draft>(undefined);
  const draft = useCallback(() => {
    held.current ??= getDraft(userId, promptId, saved, begin);
    return held.current;
  }, [userId, promptId, saved, begin]);

  const [onServer] = useState<DraftState>({ text: saved ?? begin, status: saved ? 'saved' : 'quiet' });
  const subscribe = useCallback((listener: () => void) => draft().subscribe(listener), [draft]);
  const state = useSyncExternalStore(
    subscribe,
    () => draft().state,
    () => onServer,
  );

  const lastSaved = useRef(saved);
  useEffect(() => {
    if (lastSaved.current === saved) return;
    lastSaved.current = saved;
    draft().adopt(saved ?? '');
  }, [saved, draft]);
  return { ...state, draft };
}
