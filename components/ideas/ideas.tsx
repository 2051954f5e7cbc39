'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Mark } from '#components/mark/circles';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import type { IdeaOffer } from '#lib/ideas/offers';
import type { RatingView } from '#lib/ideas/view';
import { IdeaCard } from './idea-card';
import { IdeaFilter } from './idea-filter';
import { useIdeas } from './use-ideas';

/** How many of those that both feel like stand open, so that the filter is near. */
const few = 1;

/** Ideas in the order in which they suit my partner, to be filtered, rated and planned; what draws both stands on top. */
export function Ideas({
  drawn,
  first,
  total,
  partnerName,
}: {
  drawn: IdeaOffer[];
  first: IdeaOffer[];
  /** All but those that draw both. */
  total: number;
  partnerName: string | null;
}) {
  const t = useTranslations('ideas');
  const ideas = useIdeas({ drawn, first, total });
  const { shown, count, hasMore } = ideas;
  const [isMore, setMore] = useState(false);
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    await ideas.more();
    setBusy(false);
  };
  const openRest = () => {
    const next = ideas.drawn[few];
    setMore(true);
    // The button goes; the focus moves on to what has come in its place.
    requestAnimationFrame(() => next && document.getElementById(`idea-${next.id}`)?.focus({ preventScroll: true }));
  };
  const list = (of: IdeaOffer[]) => (
    <ul className="flex flex-col gap-3">
      {of.map((idea) => (
        <IdeaCard
          key={idea.id}
          idea={idea}
          partnerName={partnerName}
          onRate={(rating: RatingView | null) => ideas.rate(idea.id, rating)}
        />
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col gap-8">
      {ideas.drawn.length > 0 && (
        <section aria-labelledby="drawn" className="flex flex-col gap-3">
          <div>
            <h2 id="drawn" className="title flex items-center gap-2.5 text-2xl">
              <Mark className="h-5 w-auto shrink-0" />
              {t('drawnTitle')}
            </h2>
            <p className="text-muted">{t('drawnText')}</p>
          </div>
          {list(isMore ? ideas.drawn : ideas.drawn.slice(0, few))}
          {!isMore && ideas.drawn.length > few && (
            <Button look="quiet" className="self-center" onClick={openRest}>
              {t('drawnMore', { count: ideas.drawn.length - few })}
            </Button>
          )}
        </section>
      )}
      <section aria-labelledby="all" className="flex flex-col gap-4">
        <h2 id="all" tabIndex={-1} className={drawn.length > 0 ? 'title text-2xl' : 'sr-only'}>
          {t('all')}
        </h2>
        <IdeaFilter filter={ideas.filter} choose={ideas.choose} prepare={ideas.prepare} />
        <p role="status" className="text-muted text-sm tabular-nums">
          {count === null ? t('filter.loading') : t('filter.found', { count })}
        </p>
        {count === 0 ? (
          <EmptyState
            level={3}
            title={t('filter.none')}
            className="py-6"
            action={
              <div className="flex flex-wrap justify-center gap-2.5">
                <Button
                  look="quiet"
                  onClick={() => {
                    ideas.reset();
                    document.getElementById('all')?.focus({ preventScroll: true });
                  }}
                >
                  {t('filter.reset')}
                </Button>
                <ButtonLink href="/plans/new?kind=together" look="plain">
                  {t('filter.own')}
                </ButtonLink>
              </div>
            }
          >
            <p>{t('filter.noneText')}</p>
          </EmptyState>
        ) : (
          list(shown)
        )}
        {hasMore && (
          <Button look="quiet" className="self-center" busy={busy} onClick={() => void more()}>
            {t('filter.showMore')}
          </Button>
        )}
      </section>
    </div>
  );
}
