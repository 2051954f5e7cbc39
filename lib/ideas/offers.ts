import { getCards } from '#lib/cards/queries';
import { listDrawn, listIdeas, listRatings } from '#lib/ideas/queries';
import type { Reason } from '#lib/ideas/rules';
import { type IdeaView, type RatingView, viewIdea } from '#lib/ideas/view';
import type { Scope } from '#lib/transaction';

/** An idea for me: why it comes up, what I said of it, and whether it came into a plan of ours. */
export type IdeaOffer = IdeaView & { reasons: Reason[]; rating: RatingView | null; isUsed: boolean };

/**
 * All ideas, in the order in which they suit my partner, each with why; and whether there is a card to go by.
 * @param used ids of those that have come into plans of ours
 */
export async function listOffers(
  scope: Scope,
  used: ReadonlySet<string>,
): Promise<{ ideas: IdeaOffer[]; hasCard: boolean }> {
  const { theirs } = await getCards(scope);
  const drawn = await listDrawn(scope);
  const ratings = await listRatings(scope);
  const ideas = listIdeas(scope, theirs, drawn.ideas).map(({ idea, reasons }) => ({
    ...viewIdea(idea, scope.member.locale),
    reasons,
    rating: ratings.get(idea.id) ?? null,
    isUsed: used.has(idea.id),
  }));
  return { ideas, hasCard: theirs !== null };
}
