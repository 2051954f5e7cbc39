import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classes } from './classes';

/** A soft shape where something will be. Give it the size of what comes (`h-7 w-2/3`), so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes('block animate-breathe rounded-md bg-lifted', className)} />;
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
