import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classes } from '#components/ui/classes';

export const cardViews = ['mine', 'theirs', 'noticed'] as const;
export type CardViewName = (typeof cardViews)[number];

/** The three parts of the cards, quieter than the parts of Plans above them. */
export function CardViews({ current, partnerName }: { current: CardViewName; partnerName: string | null }) {
  const t = useTranslations('cards.views');
  const names = {
    mine: t('mine'),
    theirs: partnerName ? t('theirs', { name: partnerName }) : t('theirsAlone'),
    noticed: t('noticed'),
  };
  return (
    <nav aria-label={t('label')} className="mb-6 flex flex-wrap gap-x-6 border-line border-b">
      {cardViews.map((view) => (
        <Link
          key={view}
          href={view === 'mine' ? '/plans/cards' : `/plans/cards?view=${view}`}
          aria-current={view === current ? 'page' : undefined}
          className={classes(
            'wrap-anywhere -mb-px inline-flex min-h-11 min-w-11 items-center rounded-t-sm border-b-2 no-underline transition-colors duration-150',
            view === current ? 'border-ours font-semibold text-ink' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {names[view]}
        </Link>
      ))}
    </nav>
  );
}
