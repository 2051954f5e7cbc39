import { Heart, MailOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import type { ThanksView } from '#lib/thanks/view';

/** What I was given and have not opened yet; else the way to give something. */
export function TodaysThanks({ thanks, name }: { thanks: ThanksView | null; name: string }) {
  const t = useTranslations('thanks.today');
  if (!thanks)
    return (
      <RowCard
        icon={<Heart strokeWidth={1.75} />}
        title={t('say')}
        action={
          <ButtonLink
            href="/thanks?write"
            look="quiet"
            size="small"
            aria-label={`${t('act')}: ${t('sayText', { name })}`}
          >
            {t('act')}
          </ButtonLink>
        }
      >
        <p className="wrap-anywhere">{t('sayText', { name })}</p>
      </RowCard>
    );
  const title = t(thanks.kind === 'fondness' ? 'newLoved' : 'new', { name });
  return (
    <RowCard
      icon={<MailOpen strokeWidth={1.75} />}
      tone="theirs"
      title={<span className="wrap-anywhere">{title}</span>}
      action={
        <ButtonLink href={`/thanks/${thanks.id}`} size="small" aria-label={`${t('open')}: ${title}`}>
          {t('open')}
        </ButtonLink>
      }
    >
      {t('newText')}
    </RowCard>
  );
}
