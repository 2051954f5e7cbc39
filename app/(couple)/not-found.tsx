import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** A thing that is not there, or not ours, within the shell. */
export default async function CoupleNotFound() {
  const t = await getTranslations('errors.notFound');
  return (
    <EmptyState
      level={1}
      art={<MarkOutline apart />}
      title={t('title')}
      action={<ButtonLink href="/today">{t('home')}</ButtonLink>}
      className="px-5 lg:pt-24"
    >
      <p>{t('text')}</p>
    </EmptyState>
  );
}
