import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** Good news that is not there, or not ours. */
export default async function NewsNotFound() {
  const t = await getTranslations('news.notFound');
  return (
    <EmptyState
      level={1}
      art={<MarkOutline apart />}
      title={t('title')}
      action={<ButtonLink href="/thanks/news">{t('action')}</ButtonLink>}
      className="px-5 lg:pt-24"
    >
      <p>{t('text')}</p>
    </EmptyState>
  );
}
