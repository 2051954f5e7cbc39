import { route } from '#lib/http/route';
import { listOffers } from '#lib/ideas/offers';
import { listUsedIdeas } from '#lib/plans/queries';
import { transaction } from '#lib/transaction';

/** All ideas, in the order in which they suit my partner, each with why. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => {
    const { ideas } = await listOffers(scope, await listUsedIdeas(scope));
    return { ideas };
  }),
);
