'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useSayBid } from '#components/bids/use-say-bid';
import { useToast } from '#components/ui/toast';
import type { EventName, EventView } from '#lib/events/catalogue';

/** What is worth a notice with a link when one is elsewhere. */
const news: ReadonlySet<EventName> = new Set([
  'prompt.asked',
  'prompt.opened',
  'answer.given',
  'prompt.revealed',
  'response.given',
  'invite.accepted',
  'plan.proposed',
  'plan.countered',
  'plan.agreed',
  'plan.postponed',
  'plan.revealed',
  'felt.given',
  'teaser.given',
  'card.shown',
  'turn.begun',
  'turn.swapped',
  'ritual.proposed',
  'ritual.agreed',
  'ritual.ended',
  'talk.moved',
  'talk.skipped',
  'talk.begun',
  'record.changed',
  'record.approved',
  'commitment.offered',
  'commitment.accepted',
  'commitment.said',
  'news.shared',
  'news.answered',
  'news.asked',
  'news.replied',
  'news.celebrated',
  'bid.made',
  'bid.answered',
  'thanks.received',
  'thanks.answered',
  'sharing.delivered',
  'sharing.answered',
]);

/** What the page that shows it says better by itself; and what is left of a bid that is gone. */
const untold: ReadonlySet<EventName> = new Set(['talk.changed', 'talk.ended', 'bid.faded']);

/** What is looked at where it stands, and has nothing to open. */
const looksOnly = /^(?:teaser|card|turn|ritual|talk|record|commitment|bid|thanks)\./;

function nounOf({ name }: EventView): string {
  return name.slice(0, name.indexOf('.'));
}

/** What it is about; the noun itself where there is but one of it. */
function subjectOf(event: EventView): string {
  return event.subjectId ?? nounOf(event);
}

/** Where the news is to be seen. What was given comes up by itself (components/thanks/new-thanks.tsx). */
function hrefOf({ name, subjectId }: EventView): string {
  if (name === 'invite.accepted') return '/pair';
  if (name === 'card.shown') return '/plans/cards?view=theirs';
  if (name.startsWith('turn.')) return '/plans';
  if (name.startsWith('bid.')) return '/thanks/bids';
  if (name.startsWith('news.')) return `/thanks/news/${subjectId}`;
  if (name.startsWith('sharing.')) return `/feelings/shared/${subjectId}`;
  if (name === 'talk.begun') return `/talk/${subjectId}/live`;
  if (name.startsWith('record.')) return `/talk/${subjectId}`;
  if (name.startsWith('thanks.')) return `/thanks/${subjectId}`;
  if (/^(?:ritual|talk|commitment)\./.test(name)) return '/talk';
  return /^(?:plan|felt|teaser)\./.test(name) ? `/plans/${subjectId}` : `/questions/${subjectId}`;
}

type Options = { userId: string; partnerName: string | null; isShown: (id: string) => boolean };

/** Says in words what the partner did: aloud for those who listen, and as a notice when it is not on the page. */
export function useTell({ userId, partnerName, isShown }: Options): (events: EventView[]) => void {
  const t = useTranslations('events');
  const { show, announce } = useToast();
  const sayBid = useSayBid();
  return useCallback(
    (events) => {
      const name = partnerName ?? t('partner');
      // Of several about one thing the last is how it stands.
      const last = new Map<string, EventView>();
      for (const event of events) {
        if (event.actorId !== userId && !untold.has(event.name)) last.set(subjectOf(event), event);
      }
      const say = (event: EventView, words: string) => {
        if (!news.has(event.name) || isShown(subjectOf(event)) || isShown(nounOf(event))) return;
        show(words, {
          action: {
            label: t(looksOnly.test(event.name) ? 'look' : 'open'),
            href: hrefOf(event),
          },
        });
      };
      const lines: string[] = [];
      for (const event of last.values()) {
        if (event.name === 'bid.made' || event.name === 'bid.answered') {
          void sayBid(event, name).then((words) => {
            say(event, words);
            announce(words);
          });
          continue;
        }
        const words = t(event.name, { name });
        lines.push(words);
        say(event, words);
      }
      if (lines.length > 0) announce(lines.join(' '));
    },
    [userId, partnerName, isShown, t, sayBid, show, announce],
  );
}
