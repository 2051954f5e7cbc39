'use client';

import { ChevronDown, LockKeyhole } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/choice';
import { useFailureWords } from '#components/ui/form';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import { type Novelty, novelties, type Pull, pulls } from '#lib/ideas/kinds';
import type { IdeaOffer } from '#lib/ideas/offers';
import type { RatingView } from '#lib/ideas/view';

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
  const { show, announce } = useToast();
  const sayFailure = useFailureWords();
  const [said, setSaid] = useState<Partial<RatingView>>(rating ?? {});
  const summary = useRef<HTMLElement>(null);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const path = `/api/ideas/${id}/rating`;

  const store = async (next: RatingView | null) => {
    onRate(next);
    // One after the other, so that the last word is the one that is kept.
    const before = last.current;
    const sending = before.then(() => (next ? send('PUT', path, next) : send('DELETE', path)));
    last.current = sending;
    const sent = await sending;
    if (sent.ok) announce(next ? t('kept') : t('cleared'));
    else if (last.current === sending) {
      show(sayFailure(sent.failure), { tone: 'danger' });
      onRate(rating);
      setSaid(rating ?? {});
    }
  };
  const choose = (change: Partial<RatingView>) => {
    const next = { ...said, ...change };
    setSaid(next);
    if (next.novelty && next.pull) void store({ novelty: next.novelty, pull: next.pull });
  };
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
        {Boolean(novelty) !== Boolean(pull) && <p className="text-muted text-sm">{t('both')}</p>}
        {novelty && pull && (
          <Button
            look="plain"
            size="small"
            className="-mx-3 self-start"
            onClick={() => {
              setSaid({});
              void store(null);
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
