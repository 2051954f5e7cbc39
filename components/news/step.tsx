import { useTranslations } from 'next-intl';
import { WrittenText } from '#components/prompts/written';
import { Card } from '#components/ui/card';
import { classes } from '#components/ui/classes';
import { type NewsStep, newsSteps } from '#lib/news/kinds';
import { AnswerForm } from './answer-form';

/** The one step that good news asks of me now. */
export function Step({
  newsId,
  next,
  question,
  partnerName,
  skipHref,
}: {
  newsId: string;
  next: NewsStep | 'reply';
  /** What the reply answers. */
  question: string | null;
  partnerName: string;
  skipHref: string;
}) {
  const t = useTranslations('news.steps');
  const at = next === 'reply' ? -1 : newsSteps.indexOf(next);
  return (
    <Card aria-labelledby="step" className="flex flex-col gap-3">
      {at >= 0 && (
        <div className="flex items-center gap-3">
          <p className="font-medium text-ours text-sm">{t('progress', { n: at + 1 })}</p>
          <div aria-hidden="true" className="flex flex-1 gap-1.5">
            {newsSteps.map((step, index) => (
              <span
                key={step}
                className={classes('forced-edge h-1 flex-1 rounded-full', index <= at ? 'bg-ours' : 'bg-line')}
              />
            ))}
          </div>
        </div>
      )}
      <h2 id="step" className="title wrap-anywhere text-2xl">
        {t(`${next}.title`, { name: partnerName })}
      </h2>
      {next === 'reply' && question && <WrittenText whose="theirs">{question}</WrittenText>}
      <AnswerForm
        key={next}
        newsId={newsId}
        kind={next}
        partnerName={partnerName}
        labelledBy="step"
        skipHref={next === 'question' ? skipHref : undefined}
      />
    </Card>
  );
}
