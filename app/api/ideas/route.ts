import { getCards } from '#lib/cards/queries';
import { route } from '#lib/http/route';
import { listDrawn, listIdeas, listRatings } from '#lib/ideas/queries';
import { viewIdea } from '#lib/ideas/view';
import { listUsedIdeas } from '#lib/plans/queries';
import { transaction } from '#lib/transaction';

/** All ideas, in the order in which they suit my partner, each with why. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => {
    const { theirs } = await getCards(scope);
    const drawn = await listDrawn(scope);
    const ratings = await listRatings(scope);
    const used = await listUsedIdeas(scope);
    const ideas = listIdeas(scope, theirs, drawn.ideas).map(({ idea, reasons }) => ({
      ...viewIdea(idea, scope.member.locale),
      reasons,
      rating: ratings.get(idea.id) ?? null,
      isUsed: used.has(idea.id),
    }));
    return { ideas };
  }),
);
