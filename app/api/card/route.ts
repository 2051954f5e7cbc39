import { changeCard, getCards } from '#lib/cards/queries';
import { cardBody } from '#lib/cards/schema';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** My card, and my partner's once it is shown to me. */
export const GET = route({}, ({ identity }) => transaction(identity, getCards));

/** Writes my card anew. What lived plans have taught it stays, and so does whether it is shown. */
export const PUT = route({ body: cardBody }, ({ identity, body }) =>
  transaction(identity, async (scope) => {
    await changeCard(scope, ({ learned }) => ({ ...body, learned }));
    return getCards(scope);
  }),
);
