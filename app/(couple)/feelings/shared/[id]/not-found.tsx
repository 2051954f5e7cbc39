import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** Something shared that is not there, or not for me. */
export default async function SharingNotFound() {
  const t = await getTranslations('sharings.notFound');
  return (
    <EmptyState
      level={1}
      art={<MarkOutline apart />}
      title={t('title')}
      action={<ButtonLink href="/feelings/shared">{t('action')}</ButtonLink>}
      className="px-5 lg:pt-24"
    >
      <p>{t('text')}</p>
    </EmptyState>
  );
}
