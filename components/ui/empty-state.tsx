import type { ReactNode } from 'react';
import { classes } from './classes';

/** Nothing here yet: says what will be here, and starts it. */
export function EmptyState({
  art,
  title,
  children,
  action,
  level = 2,
  className,
}: {
  art?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  level?: 1 | 2 | 3;
  className?: string;
}) {
  const Heading = (['h1', 'h2', 'h3'] as const)[level - 1] ?? 'h2';
  return (
    <div className={classes('mx-auto flex max-w-md flex-col items-center gap-3 px-2 py-10 text-center', className)}>
      {art && <div className="mb-2">{art}</div>}
      <Heading className="title text-2xl">{title}</Heading>
      {children && <div className="text-muted">{children}</div>}
      {action && <div className="pt-3">{action}</div>}
    </div>
  );
}
