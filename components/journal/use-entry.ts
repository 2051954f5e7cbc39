'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLive } from '#components/live/live-provider';
import type { EntryForm } from '#lib/journal/kinds';
import type { EntryView } from '#lib/journal/view';
import { type EntryState, emptyEntry, getEntryDraft } from './entry-draft';

/** My entry as I type it: saved on the server, and until then in this browser. For another entry give another `key`. */
export function useEntry(id: string, form: EntryForm, saved: EntryView | null) {
  const { userId } = useLive();
  const held = useRef<ReturnType<typeof getEntryDraft>>(undefined);
  const draft = useCallback(() => {
    held.current ??= getEntryDraft(userId, id, form, saved);
    return held.current;
  }, [userId, id, form, saved]);

  const [onServer] = useState<EntryState>({
    fields: saved
      ? { text: saved.text ?? '', sensations: saved.sensations, feelings: saved.feelings, needs: saved.needs }
      : emptyEntry,
    status: saved ? 'saved' : 'quiet',
    isLocked: false,
    present: null,
  });
  const subscribe = useCallback((listener: () => void) => draft().subscribe(listener), [draft]);
  const state = useSyncExternalStore(
    subscribe,
    () => draft().state,
    () => onServer,
  );
  useEffect(() => {
    if (saved) draft().adopt(saved);
    // The page is shown, so the journal is open.
    draft().unlock();
  }, [saved, draft]);
  return { ...state, draft };
}
