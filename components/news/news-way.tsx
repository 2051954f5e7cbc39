import { PartyPopper } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';

/** The way to telling good news. */
export function NewsWay({ partnerName: name }: { partnerName: string }) {
  const t = useTranslations('news.way');
  return (
    <RowCard
      icon={<PartyPopper strokeWidth={1.75} />}
      title={t('title')}
      action={
        <ButtonLink href="/thanks/news/new" look="quiet" size="small" aria-label={`${t('action')}: ${t('title')}`}>
          {t('action')}
        </ButtonLink>
      }
    >
      <p className="wrap-anywhere">{t('text', { name })}</p>
    </RowCard>
  );
}
