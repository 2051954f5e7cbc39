'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Holds the field that has the focus where it is on the screen when the page above it changes by itself: what the partner
 * does must not push it from under the fingers. `cause` is what comes anew with the page.
 */
export function useHeldFocus(place: RefObject<HTMLElement | null>, cause: unknown): void {
  const top = useRef<number>(undefined);

  useEffect(() => {
    const focused = () => {
      const element = document.activeElement;
      return element && place.current?.contains(element) ? element : null;
    };
    const note = () => {
      top.current = focused()?.getBoundingClientRect().top;
    };
    note();
    document.addEventListener('focusin', note);
    document.addEventListener('input', note);
    window.addEventListener('scroll', note, { passive: true });
    window.addEventListener('resize', note);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('input', note);
      window.removeEventListener('scroll', note);
      window.removeEventListener('resize', note);
    };
  }, [place]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each time the page has come anew
  useLayoutEffect(() => {
    const element = document.activeElement;
    if (top.current === undefined || !element || !place.current?.contains(element)) return;
    const moved = element.getBoundingClientRect().top - top.current;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
  }, [place, cause]);
}
