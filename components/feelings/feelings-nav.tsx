import { useTranslations } from 'next-intl';
import { ChipLink } from '#components/ui/chip';

const parts = { checkIn: '/feelings', weeks: '/feelings/weeks', journal: '/feelings/journal' } as const;

type FeelingsPart = keyof typeof parts;

/**
 * The parts of what is mine alone; the one that is shown is marked. Going between them leaves one line in the history of a
 * browser, and nothing is fetched before it is asked for: the journal may be locked.
 */
export function FeelingsNav({ current }: { current: FeelingsPart }) {
  const t = useTranslations('feelings.nav');
  return (
    <nav aria-label={t('label')} className="mb-5 flex flex-wrap gap-2">
      {(Object.keys(parts) as FeelingsPart[]).map((part) => (
        <ChipLink key={part} href={parts[part]} replace prefetch={false} current={part === current}>
          {t(part)}
        </ChipLink>
      ))}
    </nav>
  );
}
