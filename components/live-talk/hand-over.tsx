'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button';
import type { Who } from '#lib/talks/live/view';

/** On one phone: nothing of the other's stands here any more; whose it is now takes it. */
export function HandOver({ to, name, onTaken }: { to: Who; name: string; onTaken: () => void }) {
  const t = useTranslations('live.handOver');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  const mine = to === 'me';
  return (
    <div className="flex flex-1 animate-arrive flex-col items-center justify-center gap-6 py-10 text-center">
      <svg viewBox="0 0 120 120" aria-hidden="true" className="h-40 w-auto" fill="none" strokeWidth="2">
        <circle
          cx="60"
          cy="60"
          r="56"
          className={mine ? 'fill-mine-tint stroke-mine' : 'fill-theirs-tint stroke-theirs'}
        />
      </svg>
      <h1 ref={heading} tabIndex={-1} className="title wrap-anywhere text-3xl">
        {t('title', { name })}
      </h1>
      <p className="max-w-sm text-lg text-muted">{t('text')}</p>
      <Button size="large" onClick={onTaken}>
        {t('action')}
      </Button>
    </div>
  );
}
