import { route } from '#lib/http/route';
import { getThanks, lockReceived, setAside } from '#lib/thanks/queries';
import { thanksParams } from '#lib/thanks/schema';
import { transaction } from '#lib/transaction';

/** Puts away what I was given, for me alone: it waits for me no longer, and its giver learns nothing. */
export const PUT = route({ params: thanksParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    await lockReceived(scope, id);
    await setAside(scope, id, { isSeen: true });
    return getThanks(scope, id);
  }),
);
