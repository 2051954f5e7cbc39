import { Armchair, Ear, HandHelping, HeartHandshake, Laugh } from 'lucide-react';
import type { BidKind } from '#lib/bids/kinds';

const icons = { hug: HeartHandshake, listen: Ear, help: HandHelping, laugh: Laugh, quiet: Armchair } as const;

/** What is asked for, as a picture beside its words. */
export function BidIcon({ kind, className }: { kind: BidKind; className?: string }) {
  const Icon = icons[kind];
  return <Icon aria-hidden="true" strokeWidth={1.75} className={className} />;
}
