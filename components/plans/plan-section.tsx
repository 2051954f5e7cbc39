import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';

/** One place in the list of plans, with its name; a lock where nobody else sees it. */
export function PlanSection({
  id,
  title,
  text,
  isPrivate,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  isPrivate?: boolean;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 id={id} className="title wrap-anywhere flex items-center gap-2.5 text-xl">
          {isPrivate && <LockKeyhole aria-hidden="true" strokeWidth={1.75} className="size-4.5 shrink-0 text-theirs" />}
          {title}
        </h2>
        {text && <p className="text-muted text-sm">{text}</p>}
      </div>
      {children}
    </section>
  );
}
