'use client';

import { useCallback, useEffect, useState } from 'react';
import type { LiveView, Who } from '#lib/talks/live/view';
import { isShared } from './floor';

/** A question is read aloud with the phone between the two: it is not handed over for that. */
const stays = (view: LiveView) => view.phase === 'question' || view.pause !== null || view.phase === 'ended';

/** On one phone: who has it in hand, kept across a reload; and to whom it must pass before the screen goes on. */
export function useHands(view: LiveView): { reader: Who; handTo: Who | null; wasTaken: boolean; take: () => void } {
  const key = `nearer:hands:${view.id}`;
  const [hands, setHands] = useState<Who>('me');
  const [wasTaken, setTaken] = useState(false);
  const shared = isShared(view);
  useEffect(() => {
    if (sessionStorage.getItem(key) === 'partner') setHands('partner');
  }, [key]);
  // Whoever says that it is on one phone has it in hand.
  useEffect(() => {
    if (shared) return;
    setHands('me');
    sessionStorage.removeItem(key);
  }, [shared, key]);
  const { holder } = view;
  const handTo = shared && holder && holder !== hands && !stays(view) ? holder : null;
  const take = useCallback(() => {
    if (!holder) return;
    setHands(holder);
    setTaken(true);
    sessionStorage.setItem(key, holder);
  }, [holder, key]);
  return { reader: shared ? hands : 'me', handTo, wasTaken, take };
}
