'use client';

import { useSealed } from '#components/prompts/opening';

/** Remembers that this surprise stood here sealed: when it opens, it opens before one's eyes. */
export function SeenSealed({ id }: { id: string }) {
  useSealed(id);
  return null;
}
