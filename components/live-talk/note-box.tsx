import type { ReactNode } from 'react';

/** A note beside the acts: a long one scrolls in its own place, so that the circles and the acts stay on the screen. */
export function NoteBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the way to scroll it by keys
      tabIndex={0}
      className="scrolls max-h-[clamp(6rem,100dvh-42rem,30dvh)] rounded-sm"
    >
      {children}
    </section>
  );
}
