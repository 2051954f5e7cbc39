import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** An entry that is not there, or not mine. */
export default async function EntryNotFound() {
  const t = await getTranslations('journal.notFound');
  return (
    <EmptyState
      level={1}
      art={<MarkOutline apart />}
      title={t('title')}
      action={<ButtonLink href="/feelings/journal">{t('action')}</ButtonLink>}
      className="px-5 lg:pt-24"
    >
      <p>{t('text')}</p>
    </EmptyState>
  );
}
