'use client';

import { useEffect, useState } from 'react';

// What this tab has seen, for the one moment when an envelope opens before one's eyes.
const lastSeen = new Map<string, 'sealed' | 'open'>();
let sharedHere: string | null = null;

/** Whether a prompt's answer opens now: this tab has shown it sealed, and never yet open. */
export function useOpening(id: string): boolean {
  const [opens] = useState(() => lastSeen.get(id) === 'sealed');
  useEffect(() => {
    lastSeen.set(id, 'open');
  }, [id]);
  return opens;
}

/** Remembers that the prompt stood here unopened. */
export function useSealed(id: string): void {
  useEffect(() => {
    lastSeen.set(id, 'sealed');
  }, [id]);
}

/** My answer has just been sent from a form that is about to go, and the focus with it. */
export function noteShared(id: string): void {
  sharedHere = id;
}

/** Moves the focus to what stands in the place of the form that was sent. */
export function useFocusAfterSharing(id: string, place: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (sharedHere !== id) return;
    sharedHere = null;
    place.current?.focus({ preventScroll: true });
  }, [id, place]);
}
