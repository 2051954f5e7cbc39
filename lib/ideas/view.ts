import { type Novelty, novelties, type Pull, pulls } from '#lib/ideas/kinds';

export type RatingView = { novelty: Novelty; pull: Pull };

/** A stored rating in words. */
export function viewRating({ novelty, pull }: { novelty: number; pull: number }): RatingView {
  return { novelty: novelties[novelty] ?? 'known', pull: pulls[pull] ?? 'no' };
}
