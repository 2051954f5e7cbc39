'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useFollowers } from './followers';
import { useMendedBuild } from './mend-build';
import { NoConnection } from './no-connection';
import { useRefresh } from './use-refresh';
import { useShown } from './use-shown';
import { useSocket } from './use-socket';
import { useTell } from './use-tell';

type Live = {
  userId: string;
  /** Null while one is alone. */
  partnerName: string | null;
  /** Loads the page's data anew; resolves when it is there. */
  refresh: () => Promise<void>;
  /** Says that a prompt or plan stands on the page, so that news of it needs no notice. @returns how to take it back */
  show: (id: string) => () => void;
  /** Hears that a talk has gone on, in place of loading the page anew. @returns how to stop */
  follow: (talkId: string, listener: () => void) => () => void;
};

const LiveContext = createContext<Live | null>(null);
const PresenceContext = createContext(false);

/** Who looks, and how to load anew. Inside the signed-in pages only. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive wants a LiveProvider above it');
  return live;
}

/** Whether the partner has Nearer open now. */
export function usePresence(): boolean {
  return useContext(PresenceContext);
}

type Props = {
  userId: string;
  coupleId: string;
  partner: { id: string; name: string } | null;
  /** The couple's last event when this page was rendered. */
  eventSeq: number;
  children: ReactNode;
};

/**
 * Keeps the page true: hears over the socket what the two do, asks for what it missed, loads the data anew and says in
 * words what the partner did.
 */
export function LiveProvider({ userId, coupleId, partner, eventSeq, children }: Props) {
  useMendedBuild();
  const refresh = useRefresh();
  const { isShown, show } = useShown();
  const tell = useTell({ userId, partnerName: partner?.name ?? null, isShown });
  const { follow, lead } = useFollowers();
  const { isAway, present } = useSocket({ userId, coupleId, eventSeq, refresh, tell, lead });
  const partnerName = partner?.name ?? null;
  const live = useMemo(
    () => ({ userId, partnerName, refresh, show, follow }),
    [userId, partnerName, refresh, show, follow],
  );
  const t = useTranslations('events');
  return (
    <LiveContext value={live}>
      <PresenceContext value={partner !== null && present.includes(partner.id)}>
        {children}
        <NoConnection words={isAway ? t('away') : null} />
      </PresenceContext>
    </LiveContext>
  );
}
