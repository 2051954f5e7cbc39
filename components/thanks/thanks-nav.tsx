import { useTranslations } from 'next-intl';
import { ChipLink } from '#components/ui/chip';

const parts = { thanks: '/thanks', love: '/thanks/love', news: '/thanks/news', bids: '/thanks/bids' } as const;

export type ThanksPart = keyof typeof parts;

/** The parts of Thanks; the one that is shown is marked. */
export function ThanksNav({ current }: { current: ThanksPart }) {
  const t = useTranslations('thanks.nav');
  return (
    <nav aria-label={t('label')} className="mb-5 flex flex-wrap gap-2">
      {(Object.keys(parts) as ThanksPart[]).map((part) => (
        <ChipLink key={part} href={parts[part]} current={part === current}>
          {t(part)}
        </ChipLink>
      ))}
    </nav>
  );
}
