'use client';

import { useCallback, useEffect, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { newId } from '#lib/id';
import { keepUnsent, keyOf, readUnsent } from '#lib/unsent';

type Unsent = { id: string; text: string };

function read(key: string): Unsent | null {
  try {
    const found: unknown = JSON.parse(readUnsent(key) ?? 'null');
    const isUnsent = found && typeof found === 'object' && 'id' in found && found.id && 'text' in found;
    return isUnsent ? (found as Unsent) : null;
  } catch {
    return null;
  }
}

/**
 * A text that this browser keeps until it was sent, with the id it will have: sent once more after a lost network or a
 * reload, it is still the same.
 */
export function useUnsent(...names: string[]) {
  const { userId } = useLive();
  const key = keyOf(userId, ...names);
  const [unsent, setUnsent] = useState<Unsent>({ id: '', text: '' });

  useEffect(() => setUnsent(read(key) ?? { id: newId(), text: '' }), [key]);

  const write = useCallback(
    (text: string) =>
      setUnsent((before) => {
        // Somebody may be quicker than the effect that gives it one.
        const id = before.id || newId();
        keepUnsent(key, text ? JSON.stringify({ id, text }) : null);
        return { id, text };
      }),
    [key],
  );
  const forget = useCallback(() => {
    keepUnsent(key, null);
    setUnsent({ id: newId(), text: '' });
  }, [key]);
  return { ...unsent, write, forget };
}
