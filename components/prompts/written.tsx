import type { ReactNode } from 'react';

const edges = { mine: 'border-mine', theirs: 'border-theirs', ours: 'border-ours' };

/** Words that somebody wrote, with a line in the colour of whose they are beside them. */
export function WrittenText({ whose, children }: { whose: keyof typeof edges; children: ReactNode }) {
  return (
    <p className={`written border-l-[3px] py-0.5 pl-4 ${edges[whose]}`} dir="auto">
      {children}
    </p>
  );
}
