import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { Chip } from '#components/ui/chip';
import { sayWhen } from '#lib/i18n/when';
import type { NewsView } from '#lib/news/view';

/** Good news in a list; each leads to its own page. */
export function NewsLines({ news, partnerName }: { news: NewsView[]; partnerName: string | null }) {
  return (
    <ul className="flex flex-col gap-2.5">
      {news.map((one) => (
        <NewsLine key={one.id} news={one} partnerName={partnerName} />
      ))}
    </ul>
  );
}

function NewsLine({ news, partnerName }: { news: NewsView; partnerName: string | null }) {
  const t = useTranslations('news');
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const { id, by, text, at, answers, next } = news;
  const name = by === 'partner' && partnerName ? partnerName : '';
  return (
    <Card
      as="li"
      tight
      className="relative flex items-center gap-3 transition-colors duration-150 hover:border-edge sm:px-5"
    >
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="wrap-anywhere text-muted text-sm">
          {t(`from.${by}`, { name })} · {sayWhen(locale, zone, at, useNow())}
        </p>
        <Link
          href={`/thanks/news/${id}`}
          className="written line-clamp-3 font-medium no-underline after:absolute after:inset-0 after:rounded-card"
        >
          {text ?? <span className="text-muted italic">{t(by === 'gone' ? 'noWords' : 'withdrawn')}</span>}
        </Link>
        {next === 'great' || next === 'reply' ? (
          <Chip tone="theirs" className="self-start">
            {t(`states.${next}`)}
          </Chip>
        ) : (
          answers.celebrate?.text && (
            <p className="line-clamp-2 wrap-anywhere text-muted text-sm">
              {t('states.celebrate')}: {answers.celebrate.text}
            </p>
          )
        )}
      </div>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted" />
    </Card>
  );
}
