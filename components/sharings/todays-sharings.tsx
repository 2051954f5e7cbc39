import { MessageCircleHeart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { RowCard } from '#components/ui/card';
import type { How } from '#lib/sharings/kinds';

/** What my partner has shared with me and I have not opened. */
export function TodaysSharings({
  sharings,
  partnerName,
}: {
  sharings: { id: string; how: How }[];
  partnerName: string;
}) {
  const t = useTranslations('sharings.today');
  return sharings.map(({ id, how }) => (
    <RowCard
      key={id}
      icon={<MessageCircleHeart strokeWidth={1.75} />}
      tone="theirs"
      title={t('title', { name: partnerName })}
      action={
        <ButtonLink href={`/feelings/shared/${id}`} size="small">
          {t('open')}
        </ButtonLink>
      }
    >
      {t(how === 'together' ? 'together' : 'text')}
    </RowCard>
  ));
}
