import { CloudOff } from 'lucide-react';

/** A quiet line while the connection is away. It takes no room from the page and needs nothing done. */
export function NoConnection({ words }: { words: string | null }) {
  return (
    <div
      role="status"
      className="notices screen-only pointer-events-none fixed inset-x-0 bottom-[calc(var(--bar)+0.75rem)] z-30 flex justify-center px-4"
    >
      {words && (
        <p className="flex animate-arrive items-center gap-2 rounded-full border border-line bg-surface px-4 py-2 font-medium text-muted text-sm shadow-over">
          <CloudOff aria-hidden="true" className="size-4 shrink-0" />
          {words}
        </p>
      )}
    </div>
  );
}
