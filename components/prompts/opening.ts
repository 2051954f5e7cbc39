'use client';

import { useEffect, useState } from 'react';

// What this tab has seen, for the one moment when an envelope opens before one's eyes.
const lastSeen = new Map<string, 'sealed' | 'open'>();
let sharedHere: string | null = null;

/** Whether the prompt opens now: this tab has shown it sealed, and never yet open. */
export function useOpening(promptId: string): boolean {
  const [opens] = useState(() => lastSeen.get(promptId) === 'sealed');
  useEffect(() => {
    lastSeen.set(promptId, 'open');
  }, [promptId]);
  return opens;
}

/** Remembers that the prompt stood here unopened. */
export function useSealed(promptId: string): void {
  useEffect(() => {
    lastSeen.set(promptId, 'sealed');
  }, [promptId]);
}

/** My answer has just been sent from a form that is about to go, and the focus with it. */
export function noteShared(promptId: string): void {
  sharedHere = promptId;
}

/** Moves the focus to what stands in the place of the form that was sent. */
export function useFocusAfterSharing(promptId: string, place: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (sharedHere !== promptId) return;
    sharedHere = null;
    place.current?.focus({ preventScroll: true });
  }, [promptId, place]);
}
