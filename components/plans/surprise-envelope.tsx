'use client';

import type { ReactNode } from 'react';
import { Unfold } from '#components/prompts/envelope';
import { useFirstOpening } from './unopened';

/**
 * A surprise of the partner's that has opened lately: its title, and all that it is. The first time that this browser shows
 * it, it comes out of its envelope; `above` is what stood there while it was sealed.
 */
export function SurpriseEnvelope({ id, above, children }: { id: string; above: ReactNode; children: ReactNode }) {
  const isFirst = useFirstOpening(id);
  // Rendered on the server, where nobody knows: for a moment nothing, so that it does not give itself away.
  return (
    <div className={isFirst === null ? 'invisible' : undefined}>
      <Unfold moves={isFirst === true} above={above}>
        {children}
      </Unfold>
    </div>
  );
}
