import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '#components/ui/notice';
import type { Topic } from '#lib/prompts/kinds';
import type { PromptView } from '#lib/prompts/view';
import { AnswerForm } from './answer-form';
import { Readiness } from './readiness';
import { Waiting } from './waiting';

/** What one can do with a question before it opens. */
export function PromptBody({
  prompt,
  partnerName,
  aside,
}: {
  prompt: PromptView;
  partnerName: string | null;
  aside?: ReactNode;
}) {
  const t = useTranslations('prompts');
  const { id, state, draft, mine } = prompt;
  if (state === 'closed')
    return <Readiness key={id} promptId={id} topic={t(`topics.${prompt.topic as Topic}`)} ready={prompt.ready} />;
  if (state === 'waiting') return <Waiting key={id} promptId={id} text={mine?.text ?? ''} draft={draft} />;
  return (
    <div className="flex flex-col gap-4">
      {state === 'sealed' && (
        <Notice tone="sealed" title={t('sealed.title', { name: partnerName ?? t('partner') })}>
          {t('sealed.text')}
        </Notice>
      )}
      <AnswerForm key={id} promptId={id} draft={draft} aside={aside} />
    </div>
  );
}
