import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from './classes';

/** A soft shape where something will be. Give it the size of what comes (`h-7 w-2/3`), so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes('block animate-breathe rounded-md bg-lifted', className)} />;
}

/** Lines of text to come. */
export function SkeletonText({ lines = 3, className }: { lines?: 1 | 2 | 3 | 4 | 5; className?: string }) {
  const widths = ['w-full', 'w-11/12', 'w-full', 'w-4/5', 'w-2/3'].slice(0, lines - 1);
  return (
    <span className={classes('flex flex-col gap-2.5', className)}>
      {widths.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
        <Skeleton key={index} className={classes('h-4', width)} />
      ))}
      <Skeleton className="h-4 w-1/2" />
    </span>
  );
}

/** Around the shapes of one loading view: says once, in words, that it is loading. */
export function Loading({ className, children }: { className?: string; children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <div className={className} aria-busy="true">
      <p className="sr-only" role="status">
        {t('loading')}
      </p>
      {children}
    </div>
  );
}
