import { getTranslations } from 'next-intl/server';
import { MarkOutline } from '#components/mark/circles';
import { LeftWords } from '#components/prompts/left-words';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** A question that is not there, or not ours. */
export default async function QuestionNotFound() {
  const t = await getTranslations('prompts.notFound');
  return (
    <>
      <EmptyState
        level={1}
        art={<MarkOutline apart />}
        title={t('title')}
        action={<ButtonLink href="/today">{t('action')}</ButtonLink>}
        className="px-5 lg:pt-24"
      >
        <p>{t('text')}</p>
      </EmptyState>
      <LeftWords />
    </>
  );
}
