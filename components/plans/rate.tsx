'use client';

import { LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useSend } from '#components/live/use-act';
import { Button } from '#components/ui/button';
import { Card } from '#components/ui/card';
import { Segmented } from '#components/ui/choice';
import { type Novelty, novelties, type Pull, pulls } from '#lib/ideas/kinds';
import type { RatingView } from '#lib/ideas/view';

/** How new a plan is to us and how much it draws me, in words, for myself. It counts once both are said. */
export function Rate({ planId, rating }: { planId: string; rating: RatingView | null }) {
  const t = useTranslations('plans.rate');
  const words = useTranslations('ideas.rating');
  const sendRating = useSend();
  const [said, setSaid] = useState<Partial<RatingView>>(rating ?? {});
  useEffect(() => setSaid(rating ?? {}), [rating]);
  const path = `/api/plans/${planId}/rating`;

  const say = async (change: Partial<RatingView>) => {
    const next = { ...said, ...change };
    setSaid(next);
    if (!next.novelty || !next.pull) return;
    const { ok } = await sendRating('PUT', path, next);
    if (!ok) setSaid(rating ?? {});
  };
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
          onChange={(novelty) => novelty && void say({ novelty })}
          options={novelties.map((value) => ({ value, label: words(`novelties.${value}`) }))}
        />
        <Segmented<Pull | ''>
          legend={words('pull')}
          name="pull"
          value={said.pull ?? ''}
          onChange={(pull) => pull && void say({ pull })}
          options={pulls.map((value) => ({ value, label: words(`pulls.${value}`) }))}
        />
      </div>
      {Boolean(said.novelty) !== Boolean(said.pull) && <p className="text-muted text-sm">{words('both')}</p>}
      {rating && (
        <Button
          look="plain"
          size="small"
          className="-mt-1 -ml-3 self-start"
          onClick={() => void sendRating('DELETE', path, undefined, { focus: 'rate' })}
        >
          {words('clear')}
        </Button>
      )}
    </Card>
  );
}
