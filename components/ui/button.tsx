'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Busy } from './busy';
import { classes } from './classes';

type Looks = {
  /** `primary` once a view, `quiet` beside it, `plain` for the way out, `danger` for what cannot be undone. */
  look?: 'primary' | 'quiet' | 'plain' | 'danger';
  size?: 'small' | 'medium' | 'large';
  /** As wide as its place. */
  wide?: boolean;
  icon?: ReactNode;
};

const looks = {
  primary: 'bg-ours text-on-fill hover:bg-ours-deep forced-edge',
  quiet: 'bg-lifted text-ink hover:bg-[color-mix(in_oklab,var(--color-lifted),var(--color-ink)_7%)] forced-edge',
  plain: 'text-muted hover:bg-lifted hover:text-ink',
  danger: 'bg-danger text-on-fill hover:bg-[color-mix(in_oklab,var(--color-danger),var(--color-ink)_15%)] forced-edge',
};

const sizes = {
  small: 'target min-h-9 px-3.5 py-1.5 text-sm',
  medium: 'min-h-11 px-5 py-2 text-base',
  large: 'min-h-13 px-7 py-3 text-lg',
};

function buttonClasses({ look = 'primary', size = 'medium', wide }: Looks, className?: string) {
  return classes(
    'relative inline-flex select-none items-center justify-center gap-2 rounded-full text-center font-semibold leading-tight no-underline',
    'transition-colors duration-150 disabled:opacity-50',
    looks[look],
    sizes[size],
    wide && 'w-full',
    className,
  );
}

type ButtonProps = Looks &
  Omit<ComponentProps<'button'>, 'disabled'> & {
    /** Something is under way: keeps its width and the focus, takes no second press, and says so. */
    busy?: boolean;
    disabled?: boolean;
  };

/** A button. `type` is `button` unless said otherwise. */
export function Button({
  look,
  size,
  wide,
  icon,
  busy = false,
  className,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  const t = useTranslations('ui');
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
      className={buttonClasses({ look, size, wide }, className)}
    >
      <span className={classes('inline-flex items-center gap-2', busy && 'opacity-0')}>
        {icon}
        {children}
      </span>
      {busy && (
        <span className="absolute inset-0 flex items-center justify-center">
          <Busy />
          <span className="sr-only">{t('busy')}</span>
        </span>
      )}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and does nothing else. */
export function ButtonLink({
  look,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: Looks & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={buttonClasses({ look, size, wide }, className)}>
      {icon}
      {children}
    </Link>
  );
}

/** A round button of one icon. `label` is its name for everyone who does not see the icon. */
export function IconButton({
  label,
  className,
  children,
  type,
  ...rest
}: { label: string } & Omit<ComponentProps<'button'>, 'aria-label'>) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-label={label}
      title={label}
      className={classes(
        'inline-flex size-11 items-center justify-center rounded-full text-muted transition-colors duration-150 hover:bg-lifted hover:text-ink',
        className,
      )}
    >
      {children}
    </button>
  );
}

/** A link within text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classes(
        'rounded-sm font-medium text-ours underline decoration-1 underline-offset-[0.2em] hover:decoration-2',
        className,
      )}
    />
  );
}
