import { type Fit, type Novelty, novelties, type Pull, pulls } from '#lib/ideas/kinds';
import { type Idea, ideaWords } from '#lib/ideas/library';

/** An idea in one language. */
export type IdeaView = Pick<Idea, 'id' | 'area' | 'tastes' | 'cost' | 'time' | 'energy' | 'place' | 'uses'> & {
  fits: readonly Fit[];
  title: string;
  what: string;
  step: string;
};

export function viewIdea(idea: Idea, locale: string): IdeaView {
  const { id, area, tastes, cost, time, energy, place, uses, fits = [] } = idea;
  return { id, area, tastes, cost, time, energy, place, uses, fits, ...ideaWords(idea, locale) };
}

export type RatingView = { novelty: Novelty; pull: Pull };

/** A stored rating in words. */
export function viewRating({ novelty, pull }: { novelty: number; pull: number }): RatingView {
  return { novelty: novelties[novelty] ?? 'known', pull: pulls[pull] ?? 'no' };
}
