'use client';

import { LogOut } from 'lucide-react';
import { useLeaving } from './use-leaving';

/**
 * The way out of a page that somebody else must not see: a press, or Escape twice within two seconds, empties the screen at
 * once and puts an ordinary page in the place of this one in the tab's history.
 */
export function LeaveQuickly({ label, armedLabel }: { label: string; armedLabel: string }) {
  const { away, armed, leave } = useLeaving();
  return (
    <div className="screen-only sticky top-3 z-20 flex flex-col gap-1.5">
      {/* A link, so that it leads away also before the page listens. */}
      <a
        href={away}
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault();
          leave();
        }}
        className="inline-flex min-h-12 w-full items-center justify-center gap-2.5 rounded-full bg-danger px-6 font-semibold text-on-fill shadow-over sm:w-auto sm:self-start"
      >
        <LogOut aria-hidden="true" className="size-5" />
        {label}
      </a>
      <p role="status" className={armed ? 'rounded-md bg-surface px-3 py-1.5 font-medium text-sm' : 'sr-only'}>
        {armed ? armedLabel : ''}
      </p>
    </div>
  );
}
