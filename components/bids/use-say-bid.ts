'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { send } from '#components/ui/send';
import type { Bids } from '#lib/bids/queries';
import type { EventView } from '#lib/events/catalogue';

/** What a bid's event means in words: the event itself does not say what is asked for, so that nothing of it stays. */
export function useSayBid(): (event: EventView, name: string) => Promise<string> {
  const t = useTranslations('bids');
  const events = useTranslations('events.bid');
  return useCallback(
    async ({ name: event, subjectId }, name) => {
      const isMade = event === 'bid.made';
      const sent = await send<Bids>('GET', '/api/bids');
      const bid = sent.ok ? sent.data[isMade ? 'theirs' : 'mine'] : null;
      if (bid?.id === subjectId && isMade) return t(`asks.${bid.kind}`, { name });
      if (bid?.id === subjectId && bid.answer) return t(`nudge.${bid.answer.answer}`, { name });
      return events(isMade ? 'made' : 'answered', { name });
    },
    [t, events],
  );
}
