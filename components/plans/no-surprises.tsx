import { Gift } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import type { CardView } from '#lib/cards/view';

/** How my partner's card stands to surprises, before one is made: kindly, and with another way where it would rather not. */
export function NoSurprises({
  card,
  partnerName: name,
  proposeHref,
}: {
  card: CardView | null;
  partnerName: string;
  /** Where to propose it instead. */
  proposeHref?: string;
}) {
  const t = useTranslations('plans');
  if (card?.surprise === 'none') {
    return (
      <Notice tone="ours" title={t('liking.noneTitle', { name })}>
        {t('liking.noneText')}{' '}
        {proposeHref && (
          <TextLink href={proposeHref} replace>
            {t('form.toTogether')}
          </TextLink>
        )}
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
