import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something that opens when somebody wants it. */
export function Fold({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className="group keep-together rounded-card border border-line bg-surface shadow-card">
      <summary className="flex min-h-14 items-center justify-between gap-3 rounded-card px-5 py-3 sm:px-6">
        <h2 className="title text-xl">{title}</h2>
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-[rotate] duration-150 group-open:rotate-180"
        />
      </summary>
      {children}
    </details>
  );
}
