import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Avatar } from '#components/mark/avatars';
import { WrittenText } from '#components/prompts/written';
import { Card } from '#components/ui/card';
import { sayWhen } from '#lib/i18n/when';
import type { NewsView } from '#lib/news/view';
import { NewsMenu } from './news-menu';

/** The good news itself: who, when, the words. */
export function NewsCard({ news, name, partnerName }: { news: NewsView; name: string; partnerName: string | null }) {
  const t = useTranslations('news');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const { by, text, at, isWithdrawn } = news;
  const isMine = by === 'me';
  const theirName = by === 'partner' && partnerName ? partnerName : t('gone');
  const when = sayWhen(locale, zone, at, useNow());
  const whose = isMine ? 'mine' : 'theirs';
  return (
    <Card as="article" className="flex flex-col gap-4 sm:p-7">
      <header className="flex items-center gap-3">
        <Avatar name={isMine ? name : theirName} whose={whose} />
        <p className="min-w-0 flex-1 leading-tight">
          <span className="wrap-anywhere block font-semibold">{isMine ? t('you') : theirName}</span>
          <span className="text-muted text-sm">{when}</span>
        </p>
        {isMine && !isWithdrawn && <NewsMenu newsId={news.id} isSilent={Object.keys(news.answers).length === 0} />}
      </header>
      {text === null ? (
        <p className="text-muted italic">{t(by === 'gone' ? 'noWords' : 'withdrawn')}</p>
      ) : (
        <div className="text-lg">
          <WrittenText whose={whose}>{text}</WrittenText>
        </div>
      )}
    </Card>
  );
}
