'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { send } from '#components/ui/send';
import { Unlock } from './unlock';

/** How often somebody at the journal says so, at most, in ms. */
const pause = 45_000;

// When the journal was last used in this tab: what the browser still has of its pages is not shown after a while away.
let usedAt: number | undefined;

const LockedContext = createContext<() => void>(() => undefined);

/** What to call when the server has said that the journal is locked. */
export const useLocked = () => useContext(LockedContext);

export type Door = {
  /** Minutes away after which it asks for the password; 0: never. */
  minutes: number;
  /** Whose password it is, for password managers. */
  email: string;
  isLocked: boolean;
};

/**
 * Around all pages of the journal: shows them while it is open, tells the server that somebody is at it, and asks for the
 * password once nobody was for a while. The server refuses by itself; this only takes away what is on the screen.
 */
export function JournalDoor({ door, children }: { door: Door; children: ReactNode }) {
  const { minutes, email, isLocked } = door;
  const { refresh } = useLive();
  const [isCovered, setCovered] = useState(
    () => minutes > 0 && usedAt !== undefined && Date.now() - usedAt > minutes * 60_000,
  );
  const cover = useCallback(() => setCovered(true), []);

  useEffect(() => {
    if (isLocked || minutes === 0) return;
    let saidAt = 0;
    const say = async () => {
      const now = Date.now();
      if (now - saidAt < pause) return;
      saidAt = now;
      const sent = await send('POST', '/api/entries/opening');
      if (sent.ok) {
        usedAt = Date.now();
        setCovered(false);
      } else if (sent.failure.code === 'journal_locked') setCovered(true);
    };
    const look = () => {
      if (usedAt !== undefined && Date.now() - usedAt > minutes * 60_000) setCovered(true);
    };
    const use = () => {
      look();
      void say();
    };
    // Whether the server hears of it or not, it is seen from now on.
    usedAt ??= Date.now();
    void say();
    const timer = setInterval(look, 5000);
    for (const name of ['pointerdown', 'keydown'] as const) document.addEventListener(name, use);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const name of ['pointerdown', 'keydown'] as const) document.removeEventListener(name, use);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isLocked, minutes]);

  if (isLocked || isCovered)
    return (
      <Unlock
        email={email}
        wasOpen={!isLocked}
        onOpen={async () => {
          usedAt = Date.now();
          await refresh();
          setCovered(false);
        }}
      />
    );
  return <LockedContext value={cover}>{children}</LockedContext>;
}
