import { useTranslations } from 'next-intl';
import { ChipLink } from '#components/ui/chip';

const parts = { plans: '/plans', ideas: '/plans/ideas', cards: '/plans/cards', lived: '/plans/lived' } as const;

export type PlansPart = keyof typeof parts;

/** The parts of Plans; the one that is shown is marked. */
export function PlansNav({ current }: { current: PlansPart }) {
  const t = useTranslations('plans.nav');
  return (
    <nav aria-label={t('label')} className="mb-5 flex flex-wrap gap-2">
      {(Object.keys(parts) as PlansPart[]).map((part) => (
        <ChipLink key={part} href={parts[part]} current={part === current}>
          {t(part)}
        </ChipLink>
      ))}
    </nav>
  );
}
