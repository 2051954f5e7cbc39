import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** A plan that is not there, or not mine to see. */
export default async function PlanNotFound() {
  const t = await getTranslations('plans.notFound');
  return (
    <EmptyState
      level={1}
      art={<MarkOutline apart />}
      title={t('title')}
      action={<ButtonLink href="/plans">{t('action')}</ButtonLink>}
      className="px-5 lg:pt-24"
    >
      <p>{t('text')}</p>
    </EmptyState>
  );
}
