import { changeCard, getCards } from '#lib/cards/queries';
import { showingBody } from '#lib/cards/schema';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** Shows my card to my partner of now, or puts it away. */
export const PUT = route({ body: showingBody }, ({ identity, body }) =>
  transaction(identity, async (scope) => {
    const { member, record } = scope;
    if (body.shown && !member.partner) throw new AppError('alone');
    const { wasShown } = await changeCard(scope, (card) => card, body.shown);
    // To somebody alone there is nobody to tell it.
    if (wasShown !== body.shown) await record(body.shown ? 'card.shown' : 'card.hidden', null);
    return getCards(scope);
  }),
);
