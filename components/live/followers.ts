'use client';

import { useState } from 'react';
import type { EventView } from '#lib/events/catalogue';

export type Followers = {
  follow: (talkId: string, listener: () => void) => () => void;
  /** Tells those who follow what events are about. @returns whether that was all that happened: then nothing else need load */
  lead: (events: readonly EventView[]) => boolean;
};

/** Who on this page follows a talk under way by themselves, faster than the whole page could load anew. */
export function createFollowers(): Followers {
  const listeners = new Map<string, Set<() => void>>();
  return {
    follow(talkId, listener) {
      const all = listeners.get(talkId) ?? new Set();
      listeners.set(talkId, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0 && listeners.get(talkId) === all) listeners.delete(talkId);
      };
    },
    lead(events) {
      const isFollowed = ({ name, subjectId }: EventView) =>
        name.startsWith('talk.') && subjectId !== null && listeners.has(subjectId);
      // More was missed than can be told: everybody looks.
      const told =
        events.length === 0 ? [...listeners.keys()] : events.filter(isFollowed).map((event) => event.subjectId);
      for (const id of new Set(told)) for (const listener of listeners.get(id ?? '') ?? []) listener();
      return events.length > 0 && events.every(isFollowed);
    },
  };
}

export function useFollowers(): Followers {
  const [followers] = useState(createFollowers);
  return followers;
}
