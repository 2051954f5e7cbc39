import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes';

type Tone = 'mine' | 'theirs' | 'ours' | 'calm' | 'sunk' | 'danger';

const tones: Record<Tone, string> = {
  mine: 'bg-mine-tint text-mine',
  theirs: 'bg-theirs-tint text-theirs',
  ours: 'bg-ours-tint text-ours',
  calm: 'bg-calm-tint text-calm',
  sunk: 'bg-lifted text-muted',
  danger: 'bg-danger-tint text-danger',
};

const shape =
  'inline-flex items-center gap-1.5 rounded-full px-3 py-1 font-medium text-sm forced-edge [&>svg]:size-3.5';

/** A word or two that say what a thing is, or whose. The colour only repeats what the words say. */
export function Chip({
  tone = 'sunk',
  icon,
  className,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span className={classes(shape, 'wrap-anywhere', tones[tone], className)}>
      {icon}
      {children}
    </span>
  );
}

const pressable =
  'target transition-colors duration-150 hover:bg-[color-mix(in_oklab,var(--color-lifted),var(--color-ink)_7%)] hover:text-ink';

/** A small thing that can be on or off, like a light reaction. `pressed` undefined makes it an ordinary small button. */
export function ChipButton({
  pressed,
  tone = 'ours',
  icon,
  className,
  children,
  type,
  ...rest
}: { pressed?: boolean; tone?: Tone; icon?: ReactNode } & ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-pressed={pressed}
      className={classes(
        shape,
        'min-h-9',
        pressed ? classes('target', tones[tone]) : classes(pressable, tones.sunk),
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}

/** One of several views of the same place; the one that is shown carries `current`. Put them into a `<nav aria-label>`. */
export function ChipLink({
  current,
  icon,
  className,
  children,
  ...rest
}: { current?: boolean; icon?: ReactNode } & ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      aria-current={current ? 'page' : undefined}
      className={classes(
        shape,
        'min-h-9',
        current ? classes('target', tones.ours) : classes(pressable, tones.sunk),
        className,
      )}
    >
      {icon}
      {children}
    </Link>
  );
}
