'use client';

import { Gift } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '#components/ui/button';
import { Card, RowCard } from '#components/ui/card';
import { classes } from '#components/ui/classes';
import { useIsOpened } from './unopened';

/**
 * In a list: a surprise of the partner's that opened lately. Until this browser has opened it, it says only that it is
 * open; then it is the row that it would be anyway.
 */
export function UnopenedPlan({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  const t = useTranslations('plans');
  const isOpened = useIsOpened(id);
  if (isOpened) return children;
  return (
    <Card
      as="li"
      tight
      tone="theirs"
      className={classes('flex flex-wrap items-center gap-x-4 gap-y-3', isOpened === null && 'invisible')}
    >
      <span
        aria-hidden="true"
        className="inline-flex min-h-16 w-14 shrink-0 items-center justify-center rounded-lg bg-theirs text-on-fill"
      >
        <Gift strokeWidth={1.75} className="size-6" />
      </span>
      <div className="wrap-anywhere min-w-[min(8rem,50%)] flex-1">
        <h3 className="title text-lg leading-snug">{t('unopened.title', { name })}</h3>
        <p className="text-sm">{t('unopened.text')}</p>
      </div>
      <OpenIt id={id} name={name} />
    </Card>
  );
}

/** The same on the page of today; not there at all where it has nothing to say but that it is open. */
export function UnopenedToday({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  const t = useTranslations('plans');
  const isOpened = useIsOpened(id);
  if (isOpened || (isOpened === null && !children)) return children;
  return (
    <RowCard
      className={isOpened === null ? 'invisible' : undefined}
      icon={<Gift strokeWidth={1.75} />}
      tone="theirs"
      title={<span className="wrap-anywhere">{t('unopened.title', { name })}</span>}
      action={<OpenIt id={id} name={name} />}
    >
      <p>{t('unopened.text')}</p>
    </RowCard>
  );
}

function OpenIt({ id, name }: { id: string; name: string }) {
  const t = useTranslations('plans.unopened');
  return (
    <ButtonLink
      href={`/plans/${id}`}
      look="quiet"
      size="small"
      className="ml-auto"
      aria-label={`${t('open')}: ${t('title', { name })}`}
    >
      {t('open')}
    </ButtonLink>
  );
}
