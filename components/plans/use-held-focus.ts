'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Holds the field that has the focus where it is on the screen when the page comes anew: what the partner does must not
 * push it from under the fingers.
 */
export function useHeldFocus(place: RefObject<HTMLElement | null>): void {
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

  // Each time, before it is seen: what is above comes with the same commit.
  useLayoutEffect(() => {
    const element = document.activeElement;
    if (top.current === undefined || !element || !place.current?.contains(element)) return;
    const moved = element.getBoundingClientRect().top - top.current;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
  });
}
