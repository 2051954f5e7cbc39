import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Avatar } from '#components/mark/avatars';
import { Withdraw } from '#components/prompts/withdraw';
import { WrittenText } from '#components/prompts/written';
import { Card } from '#components/ui/card';
import { sayWhen } from '#lib/i18n/when';
import { newsAnswerKinds } from '#lib/news/kinds';
import type { NewsView } from '#lib/news/view';
import { saidId } from './said-id';

/** What was said to good news, step by step. */
export function NewsSaid({ news, name, partnerName }: { news: NewsView; name: string; partnerName: string | null }) {
  const t = useTranslations('news');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const said = newsAnswerKinds.flatMap((kind) => {
    const answer = news.answers[kind];
    return answer ? [{ ...answer, kind }] : [];
  });
  if (said.length === 0) return null;
  return (
    <Card aria-labelledby="said" className="flex flex-col gap-5">
      <h2 id="said" className="title text-xl">
        {t('said.title')}
      </h2>
      <ol className="flex flex-col gap-5">
        {said.map(({ id, kind, by, text, at }) => {
          const whose = by === 'me' ? 'mine' : 'theirs';
          const theirName = by === 'partner' && partnerName ? partnerName : t('gone');
          return (
            <li key={kind} className="flex gap-3">
              <Avatar name={by === 'me' ? name : theirName} whose={whose} size="small" />
              <div className="flex min-w-0 flex-1 flex-col gap-1.5">
                <div className="flex items-start justify-between gap-2">
                  <p className="wrap-anywhere text-muted text-sm">
                    <span className="font-semibold text-ink">{by === 'me' ? t('you') : theirName}</span> ·{' '}
                    {sayWhen(locale, zone, at, now)}
                  </p>
                  {by === 'me' && text !== null && (
                    <Withdraw
                      id={saidId(kind)}
                      path={`/api/news/${news.id}/answers/${id}`}
                      what={{ words: t(`said.${kind}`) }}
                    />
                  )}
                </div>
                <h3 id={saidId(kind)} tabIndex={-1} className="title text-lg leading-snug">
                  {t(`said.${kind}`)}
                </h3>
                {text === null ? (
                  <p className="text-muted italic">{t(by === 'gone' ? 'noWords' : 'withdrawn')}</p>
                ) : (
                  <WrittenText whose={whose}>{text}</WrittenText>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
