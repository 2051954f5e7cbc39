'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { keepUnsent, keyOf, readUnsent } from '#lib/unsent';

// Which surprises of the partner's were opened in this browser. It is kept beside what is unsent, so that signing out on
// purpose forgets both; the server never learns who has looked.
const keyOfOpened = (userId: string, planId: string) => keyOf(userId, 'opened', planId);

/** Whether this browser has opened a surprise; null on the server, and known before the first picture here. */
export function useIsOpened(planId: string): boolean | null {
  const { userId } = useLive();
  const [isOpened, setOpened] = useState<boolean | null>(null);
  useLayoutEffect(() => setOpened(readUnsent(keyOfOpened(userId, planId)) !== null), [userId, planId]);
  return isOpened;
}

/** The same where the surprise is opened: whoever asks here has opened it from now on. */
export function useFirstOpening(planId: string): boolean | null {
  const { userId } = useLive();
  const [isFirst, setFirst] = useState<boolean | null>(null);
  const asked = useRef('');
  useLayoutEffect(() => {
    const key = keyOfOpened(userId, planId);
    if (asked.current === key) return;
    asked.current = key;
    setFirst(readUnsent(key) === null);
    keepUnsent(key, 'open');
  }, [userId, planId]);
  return isFirst;
}
