'use client';

import { useTranslations } from 'next-intl';
import { MarkOutline } from '#components/mark/circles';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** What stands in place of a page that broke: whose fault it is, that nothing is lost, and what to do. */
export function Broken({ error, retry, home }: { error: unknown; retry: () => void; home: '/' | '/today' }) {
  const t = useTranslations('errors.broken');
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <div role="alert">
      <EmptyState
        level={1}
        art={<MarkOutline apart />}
        title={t('title')}
        className="lg:pt-24"
        action={
          <div className="flex flex-wrap justify-center gap-2.5">
            <Button onClick={() => retry()}>{t('retry')}</Button>
            <ButtonLink href={home} look="quiet">
              {t('home')}
            </ButtonLink>
          </div>
        }
      >
        <p>{t('text')}</p>
        {digest && <p className="pt-3 text-sm">{t('reference', { digest })}</p>}
      </EmptyState>
    </div>
  );
}
