'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRating } from '#components/ideas/use-rating';
import { useLive } from '#components/live/live-provider';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Segmented } from '#components/ui/choice';
import { type Novelty, novelties, type Pull, pulls } from '#lib/ideas/kinds';
import type { RatingView } from '#lib/ideas/view';

/** How new a plan is to us and how much it draws me, in words, for myself. It counts once both are said. */
export function Rate({ planId, rating }: { planId: string; rating: RatingView | null }) {
  const t = useTranslations('plans.rate');
  const words = useTranslations('ideas.rating');
  const { refresh } = useLive();
  const { said, isHalf, isWhole, choose, clear } = useRating(
    `/api/plans/${planId}/rating`,
    rating,
    () => void refresh(),
  );
  return (
    <Card aria-labelledby="rate" className="flex flex-col gap-4">
      <div>
        <h2 id="rate" tabIndex={-1} className="title text-xl">
          {t('title')}
        </h2>
        <p className="flex gap-2 text-muted text-sm">
          <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-theirs" />
          {t('text')}
        </p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Segmented<Novelty | ''>
          legend={words('novelty')}
          name="novelty"
          value={said.novelty ?? ''}
          onChange={(novelty) => novelty && choose({ novelty })}
          options={novelties.map((value) => ({ value, label: words(`novelties.${value}`) }))}
        />
        <Segmented<Pull | ''>
          legend={words('pull')}
          name="pull"
          value={said.pull ?? ''}
          onChange={(pull) => pull && choose({ pull })}
          options={pulls.map((value) => ({ value, label: words(`pulls.${value}`) }))}
        />
      </div>
      {isHalf && <p className="text-muted text-sm">{words('both')}</p>}
      {isWhole && (
        <Button
          look="plain"
          size="small"
          className="-mt-1 -ml-3 self-start"
          onClick={() => {
            clear();
            document.getElementById('rate')?.focus({ preventScroll: true });
          }}
        >
          {words('clear')}
        </Button>
      )}
    </Card>
  );
}
