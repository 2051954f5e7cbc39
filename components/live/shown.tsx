'use client';

import { useEffect } from 'react';
import { useLive } from './live-provider';

/** Says that this prompt, plan or talk stands on the page; or, as `turn`, all that there is of a noun. */
export function Shown({ id }: { id: string }) {
  const { show } = useLive();
  useEffect(() => show(id), [show, id]);
  return null;
}
