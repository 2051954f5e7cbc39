'use client';

import { useRef, useState } from 'react';

/** What a button opens in its own place. Closed, the focus is at the button again; where that has gone, at the page's title. */
export function useOpened() {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => (button.current ?? document.getElementById('title'))?.focus({ preventScroll: true }));
  };
  return { button, isOpen, open: () => setOpen(true), close };
}
