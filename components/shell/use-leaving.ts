'use client';

import { useLocale } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';

/**
 * Leaves a page that somebody else must not see: by `leave`, or by Escape twice within two seconds, the screen is empty at once
 * and an ordinary page takes the place of this one in the tab's history. `armed` once Escape was pressed.
 * @param onLeave what is done on the way; it must not hold it up
 */
export function useLeaving(onLeave?: () => void) {
  const away = `https://${useLocale()}.wikipedia.org/`;
  const [armed, setArmed] = useState(false);

  const leave = useCallback(() => {
    document.documentElement.hidden = true;
    document.title = 'Wikipedia';
    onLeave?.();
    location.replace(away);
  }, [away, onLeave]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // While letters are composed, Escape takes them back.
      if (event.key !== 'Escape' || event.isComposing) return;
      // A browser takes Escape for "stop loading", and somebody in fear presses more than twice. What is open closes by the first.
      if (!document.querySelector('dialog[open], :popover-open')) event.preventDefault();
      if (armed) leave();
      else setArmed(true);
    };
    addEventListener('keydown', press);
    const timer = armed ? setTimeout(() => setArmed(false), 2000) : undefined;
    return () => {
      removeEventListener('keydown', press);
      clearTimeout(timer);
    };
  }, [armed, leave]);

  return { away, armed, leave };
}
