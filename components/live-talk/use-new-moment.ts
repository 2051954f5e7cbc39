'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useToast } from '#components/ui/toast';

/** Somebody types, or has something open over the page: the focus is theirs. */
function isTaken(): boolean {
  const element = document.activeElement;
  if (document.querySelector('dialog[open], [popover]:popover-open')) return true;
  return element instanceof HTMLElement && element.matches('input, textarea, select, [contenteditable]');
}

/**
 * Says each new moment once to those who listen, and leads the focus to its heading and the page to its top; never away from a field.
 * @param isNew the first one is new, too: something else stood here before
 */
export function useNewMoment(key: string, words: string, heading: RefObject<HTMLElement | null>, isNew: boolean): void {
  const { announce } = useToast();
  const last = useRef(isNew ? null : key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    announce(words);
    if (isTaken()) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [key, words, heading, announce]);
}
