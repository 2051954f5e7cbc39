'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useFailureWords } from '#components/ui/form';
import { type Sent, send } from '#components/ui/send';
import { useToast } from '#components/ui/toast';
import type { RatingView } from '#lib/ideas/view';

type Said = Partial<RatingView>;

const isSame = (one: RatingView | null, other: RatingView | null) =>
  one?.novelty === other?.novelty && one?.pull === other?.pull;

/**
 * My rating of an idea or a plan, as I say it: sent once both halves are said, one after the other, so that the last word
 * is the one that is kept. `onKept` hears what the server has, once nothing is on its way.
 */
export function useRating(path: string, rating: RatingView | null, onKept: (rating: RatingView | null) => void) {
  const t = useTranslations('ideas.rating');
  const { show, announce } = useToast();
  const sayFailure = useFailureWords();
  const [said, setSaid] = useState<Said>(rating ?? {});
  const kept = useRef(rating);
  const last = useRef<Promise<Sent<unknown>>>(undefined);

  useEffect(() => {
    // What is half said, or on its way, goes before what a page loaded anew says unchanged.
    if (last.current || isSame(rating, kept.current)) return;
    kept.current = rating;
    setSaid(rating ?? {});
  }, [rating]);

  const store = async (next: RatingView | null) => {
    const put = () => (next ? send('PUT', path, next) : send('DELETE', path));
    const sending = last.current ? last.current.then(put) : put();
    last.current = sending;
    const sent = await sending;
    if (sent.ok) kept.current = next;
    if (last.current !== sending) return;
    last.current = undefined;
    if (sent.ok) announce(t(next ? 'kept' : 'cleared'));
    else {
      show(sayFailure(sent.failure), { tone: 'danger' });
      setSaid(kept.current ?? {});
    }
    onKept(kept.current);
  };

  return {
    said,
    isHalf: Boolean(said.novelty) !== Boolean(said.pull),
    isWhole: Boolean(said.novelty && said.pull),
    choose: ({ novelty = said.novelty, pull = said.pull }: Said) => {
      setSaid({ novelty, pull });
      if (novelty && pull) void store({ novelty, pull });
    },
    clear: () => {
      setSaid({});
      void store(null);
    },
  };
}
