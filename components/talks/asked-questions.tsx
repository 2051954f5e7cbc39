import { useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import type { TalkView } from '#lib/talks/view';

/** The questions that were read aloud on an evening. What was answered was said and is kept nowhere. */
export function AskedQuestions({ questions }: { questions: TalkView['questions'] }) {
  const t = useTranslations('talks.talk');
  return (
    <Card aria-labelledby="questions" className="flex flex-col gap-4">
      <div>
        <h2 id="questions" className="title text-xl">
          {t('questions')}
        </h2>
        <p className="text-muted text-sm">{t(questions.length > 0 ? 'questionsText' : 'noQuestions')}</p>
      </div>
      {questions.length > 0 && (
        <ol className="flex flex-col divide-y divide-line [&>li]:py-3.5 [&>li:first-child]:pt-0 [&>li:last-child]:pb-0">
          {questions.map(({ id, words }) => (
            <li key={id} className="title text-lg leading-snug">
              {words}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
