'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import type { IdeaOffer } from '#lib/ideas/offers';
import type { RatingView } from '#lib/ideas/view';
import { everything, type Filter, isFound, readFilter, step, writeFilter } from './filter';

/**
 * The ideas and what is looked for among them. The page brings the first few; the others come when somebody reaches for
 * the filter or for more.
 */
export function useIdeas({ drawn, first, total }: { drawn: IdeaOffer[]; first: IdeaOffer[]; total: number }) {
  const t = useTranslations('ideas.filter');
  const { show } = useToast();
  const params = useSearchParams();
  const [filter, setFilter] = useState(() => readFilter(params));
  const [all, setAll] = useState<IdeaOffer[] | null>(null);
  const [room, setRoom] = useState(step);
  const [rated, setRated] = useState<Record<string, RatingView | null>>({});
  const loading = useRef<Promise<boolean>>(undefined);

  const load = useCallback(async () => {
    loading.current ??= send<{ ideas: IdeaOffer[] }>('GET', '/api/ideas').then((sent) => {
      if (sent.ok) setAll(sent.data.ideas);
      else loading.current = undefined;
      return sent.ok;
    });
    return loading.current;
  }, []);

  const wantsAll = useRef(writeFilter(filter) !== '');
  useEffect(() => {
    // The page has come anew, perhaps in another order; or the address names a filter.
    if (!first || (!loading.current && !wantsAll.current)) return;
    loading.current = undefined;
    void load();
  }, [first, load]);

  const asRated = useCallback(
    (ideas: IdeaOffer[]) =>
      ideas.map((idea) => (idea.id in rated ? { ...idea, rating: rated[idea.id] ?? null } : idea)),
    [rated],
  );
  // What draws both stands above, whatever is looked for.
  const known = useMemo(() => {
    const above = new Set(drawn.map(({ id }) => id));
    return asRated((all ?? first).filter(({ id }) => !above.has(id)));
  }, [all, first, drawn, asRated]);
  const found = useMemo(() => known.filter((idea) => isFound(idea, filter)), [known, filter]);
  const isOpen = writeFilter(filter) === '';

  const loadOrSay = async () => {
    if (!(await load())) show(t('failed'), { tone: 'danger' });
  };
  const choose = (change: Partial<Filter>) => {
    const next = { ...filter, ...change };
    setFilter(next);
    setRoom(step);
    const kept = writeFilter(next);
    // The address keeps it, so that it is still there when one comes back from a plan.
    window.history.replaceState(null, '', kept ? `/plans/ideas?${kept}` : '/plans/ideas');
    if (kept) void loadOrSay();
  };
  return {
    drawn: asRated(drawn),
    filter,
    choose,
    reset: () => choose(everything),
    /** What fits, as far as there is room. */
    shown: found.slice(0, room),
    /** How many fit; null while the others are on their way. */
    count: all ? found.length : isOpen ? total : null,
    hasMore: all ? found.length > room : isOpen && total > room,
    more: async () => {
      await loadOrSay();
      setRoom((before) => before + step);
    },
    /** Somebody reaches for the filter. */
    prepare: () => void load(),
    rate: (id: string, rating: RatingView | null) => setRated((before) => ({ ...before, [id]: rating })),
  };
}
