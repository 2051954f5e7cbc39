'use client';

import { useEffect } from 'react';
import { useLive } from './live-provider';

/** Says that this prompt or plan stands on the page; or, as `turn`, what the two have but one of. */
export function Shown({ id }: { id: string }) {
  const { show } = useLive();
  useEffect(() => show(id), [show, id]);
  return null;
}
