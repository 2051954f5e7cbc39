import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

/** More for those who want it, by the platform's own `details`; it works before any script has loaded. */
export function Disclosure({
  summary,
  className,
  children,
  ...rest
}: { summary: ReactNode } & Omit<ComponentProps<'details'>, 'title'>) {
  return (
    <details {...rest} className={classes('group', className)}>
      <summary className="flex min-h-11 items-center justify-between gap-3 rounded-md py-1 font-semibold">
        {summary}
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-transform duration-150 group-open:rotate-180"
        />
      </summary>
      <div className="pt-1 pb-3">{children}</div>
    </details>
  );
}
