'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLive } from '#components/live/live-provider';
import { type CardDraft, type CardFields, type CardState, getCardDraft } from './card-draft';

/** My card as I fill it in: kept as one goes, on the server or, until it is reached, in this browser. */
export function useCard(saved: CardFields): CardState & { draft: () => CardDraft } {
  const { userId } = useLive();
  const begin = useRef(saved);
  const held = useRef<CardDraft>(undefined);
  const draft = useCallback(() => {
    held.current ??= getCardDraft(userId, begin.current);
    return held.current;
  }, [userId]);
  const [onServer] = useState<CardState>({ fields: saved, status: 'quiet' });
  const subscribe = useCallback((listener: () => void) => draft().subscribe(listener), [draft]);
  const state = useSyncExternalStore(
    subscribe,
    () => draft().state,
    () => onServer,
  );
  // A page that one comes back to may be older than what was kept since: only what comes while it stands here is news.
  const last = useRef(saved);
  useEffect(() => {
    if (last.current === saved) return;
    last.current = saved;
    draft().adopt(saved);
  }, [saved, draft]);
  return { ...state, draft };
}
