import type { ReactNode } from 'react';

/** Words that somebody wrote, with a line in the colour of whose they are beside them. */
export function WrittenText({ whose, children }: { whose: 'mine' | 'theirs'; children: ReactNode }) {
  return (
    <p
      className={`written border-l-[3px] py-0.5 pl-4 ${whose === 'mine' ? 'border-mine' : 'border-theirs'}`}
      dir="auto"
    >
      {children}
    </p>
  );
}
