'use client';

import { useEffect } from 'react';
import { useLive } from './live-provider';

/** Says that this prompt stands on the page. */
export function Shown({ promptId }: { promptId: string }) {
  const { show } = useLive();
  useEffect(() => show(promptId), [show, promptId]);
  return null;
}
