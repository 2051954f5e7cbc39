import { MessageCircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { StartTalk } from './start-talk';

/** The way to an evening of questions. */
export function EveningCard() {
  const t = useTranslations('talks.evening');
  return (
    <Card aria-labelledby="evening" tight className="flex flex-col gap-3 sm:p-5">
      <div className="flex flex-wrap items-center gap-3">
        <span
          aria-hidden="true"
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-ours-tint text-ours"
        >
          <MessageCircleQuestionMark strokeWidth={1.75} className="size-5" />
        </span>
        <h2 id="evening" className="min-w-[min(8rem,100%)] flex-1 font-semibold leading-snug">
          {t('title')}
        </h2>
      </div>
      <p className="text-muted text-sm">{t('text')}</p>
      <div className="flex">
        <StartTalk kind="evening" look="quiet" size="small">
          {t('action')}
        </StartTalk>
      </div>
    </Card>
  );
}
