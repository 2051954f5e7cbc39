'use client';

import { ChevronDown, LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { type Novelty, novelties, type Pull, pulls } from '#lib/ideas/kinds';
import type { IdeaOffer } from '#lib/ideas/offers';
import type { RatingView } from '#lib/ideas/view';
import { useRating } from './use-rating';

/** How new it is to us and how much it draws me: for me alone, behind a fold. */
export function Rating({
  idea: { id, rating },
  isAlone,
  onRate,
}: {
  idea: IdeaOffer;
  isAlone: boolean;
  onRate: (rating: RatingView | null) => void;
}) {
  const t = useTranslations('ideas.rating');
  const { said, isHalf, isWhole, choose, clear } = useRating(`/api/ideas/${id}/rating`, rating, onRate);
  const summary = useRef<HTMLElement>(null);
  const { novelty, pull } = said;
  return (
    <details className="group -mb-2 border-line border-t pt-1">
      <summary
        ref={summary}
        className="-mx-2 flex min-h-11 items-center gap-2 rounded-md px-2 text-muted text-sm hover:text-ink"
      >
        <LockKeyhole aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
        <span className="min-w-0 flex-1">
          {novelty && pull ? t('said', { novelty: t(`novelties.${novelty}`), pull: t(`pulls.${pull}`) }) : t('open')}
        </span>
        <ChevronDown aria-hidden="true" className="size-4.5 transition-[rotate] duration-150 group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-3">
        <p className="text-muted text-sm">{t(isAlone ? 'onlyAlone' : 'only')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Segmented<Novelty | ''>
            legend={t('novelty')}
            name={`novelty-${id}`}
            value={novelty ?? ''}
            onChange={(value) => value && choose({ novelty: value })}
            options={novelties.map((value) => ({ value, label: t(`novelties.${value}`) }))}
          />
          <Segmented<Pull | ''>
            legend={t('pull')}
            name={`pull-${id}`}
            value={pull ?? ''}
            onChange={(value) => value && choose({ pull: value })}
            options={pulls.map((value) => ({ value, label: t(`pulls.${value}`) }))}
          />
        </div>
        {isHalf && <p className="text-muted text-sm">{t('both')}</p>}
        {isWhole && (
          <Button
            look="plain"
            size="small"
            className="-mx-3 self-start"
            onClick={() => {
              clear();
              summary.current?.focus();
            }}
          >
            {t('clear')}
          </Button>
        )}
      </div>
    </details>
  );
}
