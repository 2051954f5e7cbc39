import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** A thank-you that is not there, or not mine to see. */
export async function ThanksNotFound() {
  const t = await getTranslations('thanks.notFound');
  return (
    <EmptyState
      level={1}
      art={<MarkOutline apart />}
      title={t('title')}
      action={<ButtonLink href="/thanks">{t('action')}</ButtonLink>}
      className="px-5 pt-24"
    >
      <p>{t('text')}</p>
    </EmptyState>
  );
}
