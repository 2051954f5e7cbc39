import { Gift } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '#components/ui/notice';
import type { CardView } from '#lib/cards/view';

/** How my partner's card stands to surprises, before one is made: kindly, and with another way where it would rather not. */
export function NoSurprises({
  card,
  partnerName: name,
  otherWay,
}: {
  card: CardView | null;
  partnerName: string;
  /** The way to propose it instead. */
  otherWay?: ReactNode;
}) {
  const t = useTranslations('plans');
  if (card?.surprise === 'none') {
    return (
      <Notice tone="ours" title={t('liking.noneTitle', { name })}>
        {t('liking.noneText')} {otherWay}
      </Notice>
    );
  }
  if (card?.surprise !== 'hints') return null;
  return (
    <Notice tone="ours" icon={<Gift aria-hidden="true" />}>
      {t('liking.hints', { name })}
    </Notice>
  );
}
