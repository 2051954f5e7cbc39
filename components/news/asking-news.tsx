import { PartyPopper } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import type { NewsView } from '#lib/news/view';

/** Good news that asks me for a word, a row each. */
export function AskingNews({ news, partnerName: name }: { news: NewsView[]; partnerName: string }) {
  const t = useTranslations('news.asks');
  return news.map(({ id, next, text, answers }) => {
    const isReply = next === 'reply';
    const title = t(isReply ? 'reply' : 'great', { name });
    const action = t(isReply ? 'answer' : 'look');
    return (
      <RowCard
        key={id}
        icon={<PartyPopper strokeWidth={1.75} />}
        tone="theirs"
        title={<span className="wrap-anywhere">{title}</span>}
        action={
          <ButtonLink href={`/thanks/news/${id}`} look="quiet" size="small" aria-label={`${action}: ${title}`}>
            {action}
          </ButtonLink>
        }
      >
        <p className="line-clamp-2 wrap-anywhere">{isReply ? answers.question?.text : text}</p>
      </RowCard>
    );
  });
}
