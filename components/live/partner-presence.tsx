'use client';

import { Presence } from '#components/shell/presence';
import { usePresence } from './live-provider';

/** That the partner is here, as the socket says it. */
export function PartnerPresence({ name }: { name: string }) {
  return <Presence name={name} here={usePresence()} />;
}
