'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** A dialog that takes the whole screen for one thing. Escape leaves it. */
export function FullScreen({ label, onLeave, children }: { label: string; onLeave: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
      className="sheet m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto overscroll-contain bg-paper text-ink"
    >
      {children}
    </dialog>
  );
}
