'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Socket } from 'socket.io-client';
import { send } from '#components/ui/send';
import type { EventView } from '#lib/events/catalogue';
import type { FromBrowser, ToBrowser } from '#lib/realtime/messages';
import { sendUnsent } from '#lib/unsent';
import { createFeed, type Feed } from './feed';
import { mendBuild } from './mend-build';

/** How long a connection may be away, in ms, before it is worth a word. */
const quietFor = 5000;
/** How often a page in front asks by itself, in ms: of what was stored while its answer was lost nobody else tells. */
const beat = 20_000;
/** A page that was out of sight this long, in ms, is loaded anew: a new day may have begun. */
const freshFor = 5 * 60_000;
/** A page that is on its way elsewhere is led nowhere else for this long, in ms. */
const leavingFor = 10_000;

type Options = {
  userId: string;
  coupleId: string;
  eventSeq: number;
  refresh: () => Promise<void>;
  tell: (events: EventView[]) => void;
  /** Tells those who follow a talk. @returns whether nothing else need load */
  lead: (events: readonly EventView[]) => boolean;
};

/** Holds the socket, and follows the couple's events across lost networks, sleep and restarts of the server. */
export function useSocket({ userId, coupleId, eventSeq, refresh, tell, lead }: Options) {
  const [isAway, setAway] = useState(false);
  const [present, setPresent] = useState<string[]>([]);
  const feed = useRef<Feed>(undefined);
  const onNews = useEffectEvent((events: EventView[]) => {
    tell(events);
    if (!lead(events)) void refresh();
  });
  const onRefresh = useEffectEvent(() => void refresh());
  const firstSeq = useEffectEvent(() => eventSeq);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person or couple is another connection
  useEffect(() => {
    const connection = connect({
      seq: firstSeq(),
      onFeed: (made) => {
        feed.current = made;
      },
      onNews: (events) => onNews(events),
      onRefresh: () => onRefresh(),
      onPresent: setPresent,
      onAway: (away) => {
        setAway(away);
        if (away) setPresent([]);
      },
    });
    return () => connection.close();
  }, [userId, coupleId]);

  useEffect(() => feed.current?.rendered(eventSeq), [eventSeq]);

  return { isAway, present };
}

type Connection = {
  seq: number;
  onFeed: (feed: Feed) => void;
  onNews: (events: EventView[]) => void;
  onRefresh: () => void;
  onPresent: (userIds: string[]) => void;
  onAway: (isAway: boolean) => void;
};

function connect({ seq, onFeed, onNews, onRefresh, onPresent, onAway }: Connection): { close: () => void } {
  const ended = new AbortController();
  const { signal } = ended;
  let socket: Socket<ToBrowser, FromBrowser> | undefined;
  let awayTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let beginTimer: ReturnType<typeof setTimeout> | undefined;
  let hiddenAt = 0;
  let leavingAt = Number.NEGATIVE_INFINITY;
  const noteLeaving = () => {
    leavingAt = performance.now();
  };

  const leaveForSignIn = async () => {
    ended.abort();
    socket?.close();
    await sendUnsent();
    // Signing out and deleting the account end the session too, and lead to their own page.
    if (performance.now() - leavingAt > leavingFor) location.assign('/sign-in');
  };

  const feed = createFeed(seq, {
    load: async (after) => {
      const sent = await send<{ events: EventView[]; seq: number }>('GET', `/api/events?after=${after}`);
      if (sent.ok) return sent.data;
      if (sent.failure.code === 'unauthenticated' && !signal.aborted) void leaveForSignIn();
      return null;
    },
    apply: (events) => {
      if (!signal.aborted) onNews(events);
    },
  });
  onFeed(feed);

  const retry = (act: () => void, after: number) => {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(() => !signal.aborted && act(), after);
  };

  const catchUp = async () => {
    if (!(await feed.catchUp())) retry(wake, 3000);
  };

  /** Whatever may have happened while nobody looked: be connected, and know what was missed. */
  const wake = () => {
    if (socket && !socket.connected) socket.connect();
    void catchUp();
  };

  const isInFront = () => document.visibilityState === 'visible';
  const sayFront = () => {
    if (socket?.connected) socket.emit('front', isInFront());
  };

  const goneAway = () => {
    awayTimer ??= setTimeout(() => onAway(true), quietFor);
  };

  const open = async () => {
    const { io } = await import('socket.io-client');
    if (signal.aborted) return;
    socket = io({
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 400,
      reconnectionDelayMax: 4000,
    });
    socket.on('connect', () => {
      clearTimeout(awayTimer);
      awayTimer = undefined;
      onAway(false);
      sayFront();
      void catchUp();
    });
    socket.on('event', feed.receive);
    socket.on('presence', onPresent);
    socket.on('refresh', onRefresh);
    socket.on('disconnect', (reason) => {
      goneAway();
      // A session ended, the couple changed, or the server goes down: it does not try again by itself then.
      if (reason === 'io server disconnect') retry(wake, 500);
    });
    socket.on('connect_error', (error) => {
      goneAway();
      if (error.message === 'unauthenticated') void leaveForSignIn();
      else if (!socket?.active) retry(wake, 3000);
    });
  };

  const seen = () => {
    sayFront();
    if (!isInFront()) {
      hiddenAt = Date.now();
      return;
    }
    if (hiddenAt && Date.now() - hiddenAt > freshFor) void feed.catchUp().then((answered) => answered && onRefresh());
    else wake();
  };

  /** Asks for the socket's own code until it comes. If it does not, though the server answers, there is a new build. */
  const begin = (wasThere = false): Promise<void> =>
    open().catch(async (error: unknown) => {
      if (wasThere) mendBuild(error);
      const isThere = await feed.catchUp();
      beginTimer = setTimeout(() => !signal.aborted && void begin(isThere), isThere ? 500 : 3000);
    });

  goneAway();
  void begin();
  const beatTimer = setInterval(() => isInFront() && void feed.catchUp(), beat);
  document.addEventListener('visibilitychange', seen, { signal });
  addEventListener('focus', sayFront, { signal });
  addEventListener('online', wake, { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && wake(), { signal });
  addEventListener('beforeunload', noteLeaving);

  return {
    close() {
      ended.abort();
      removeEventListener('beforeunload', noteLeaving);
      clearTimeout(awayTimer);
      clearTimeout(retryTimer);
      clearTimeout(beginTimer);
      clearInterval(beatTimer);
      socket?.close();
    },
  };
}
