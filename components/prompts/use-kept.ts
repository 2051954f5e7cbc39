'use client';

import { useCallback, useEffect, useState } from 'react';
import { useLive } from '#components/live/live-provider';
import { newId } from '#lib/id';
import { keep, keyOf, readKept } from '#lib/kept';

type Kept = { id: string; text: string };

function read(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(readKept(key) ?? 'null');
    return kept && typeof kept === 'object' && 'id' in kept && 'text' in kept ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

/**
 * A text that this browser keeps until it was sent, with the id it will have: sent once more after a lost network or a
 * reload, it is still the same.
 */
export function useKept(...names: string[]) {
  const { userId } = useLive();
  const key = keyOf(userId, ...names);
  const [kept, setKept] = useState<Kept>({ id: '', text: '' });

  useEffect(() => setKept(read(key) ?? { id: newId(), text: '' }), [key]);

  const write = useCallback(
    (text: string) =>
      setKept(({ id }) => {
        keep(key, text ? JSON.stringify({ id, text }) : null);
        return { id, text };
      }),
    [key],
  );
  const forget = useCallback(() => {
    keep(key, null);
    setKept({ id: newId(), text: '' });
  }, [key]);
  return { ...kept, write, forget };
}
