import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

type CardProps = Omit<ComponentProps<'section'>, 'title'> & {
  as?: 'section' | 'article' | 'div' | 'li';
  /** `surface` by default; a tint says whose it is, `sealed` that it waits closed. */
  tone?: 'surface' | 'mine' | 'theirs' | 'ours' | 'calm' | 'sealed';
  /** Less room inside, for a row in a list. */
  tight?: boolean;
};

const tones = {
  surface: 'border-line bg-surface shadow-card',
  mine: 'border-transparent bg-mine-tint',
  theirs: 'border-transparent bg-theirs-tint',
  ours: 'border-transparent bg-ours-tint',
  calm: 'border-transparent bg-calm-tint',
  sealed: 'border-dashed border-theirs bg-theirs-tint',
};

/** The one container: round, a hairline, hardly a shadow. A `section` wants a heading or an `aria-label`. */
export function Card({ as = 'section', tone = 'surface', tight, className, ...rest }: CardProps) {
  // All of them take the same attributes; the type of one stands for all.
  const Element = as as 'section';
  return (
    <Element
      {...rest}
      className={classes('keep-together rounded-card border', tones[tone], tight ? 'p-4' : 'p-5 sm:p-6', className)}
    />
  );
}

const discs = {
  mine: 'bg-mine text-on-fill',
  theirs: 'bg-theirs text-on-fill',
  ours: 'bg-ours text-on-fill',
  calm: 'bg-calm text-on-fill',
  sunk: 'bg-lifted text-muted',
};

/** A card of one line and one act: an icon, what it is, and the button or link at its right. */
export function RowCard({
  icon,
  tone = 'ours',
  title,
  children,
  action,
  className,
  as,
  level = 2,
}: {
  icon?: ReactNode;
  tone?: keyof typeof discs;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
  as?: CardProps['as'];
  /** Of its heading. */
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Card as={as ?? 'div'} tight className={classes('flex flex-wrap items-center gap-x-3 gap-y-3 sm:px-5', className)}>
      {icon && (
        <span
          aria-hidden="true"
          className={classes(
            'inline-flex size-10 shrink-0 items-center justify-center rounded-full [&>svg]:size-5',
            discs[tone],
          )}
        >
          {icon}
        </span>
      )}
      <div className="min-w-[min(9rem,100%)] flex-1">
        <Heading className="font-semibold">{title}</Heading>
        {children && <div className="text-muted text-sm">{children}</div>}
      </div>
      {action && <div className="ml-auto shrink-0">{action}</div>}
    </Card>
  );
}
