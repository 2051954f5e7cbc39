import { route } from '#lib/http/route';
import { getThanks, lockOwnThanks, setAside } from '#lib/thanks/queries';
import { showingBody, thanksParams } from '#lib/thanks/schema';
import { transaction } from '#lib/transaction';

/** How I show a thank-you of mine, and whether I have: for me alone. */
export const PUT = route({ params: thanksParams, body: showingBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    await lockOwnThanks(scope, id);
    await setAside(scope, id, body);
    return getThanks(scope, id);
  }),
);
