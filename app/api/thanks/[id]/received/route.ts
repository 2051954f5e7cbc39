import { route } from '#lib/http/route';
import { getThanks, lockReceived, setAside } from '#lib/thanks/queries';
import { thanksParams } from '#lib/thanks/schema';
import { transaction } from '#lib/transaction';

/** Tells my partner that it has arrived with me. That I looked at it tells them nothing. */
export const PUT = route({ params: thanksParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const { isReceived } = await lockReceived(scope, id);
    if (!isReceived) {
      await scope.db.thanks.updateMany({ where: { id }, data: { isReceived: true } });
      await setAside(scope, id, { isSeen: true });
      await scope.record('thanks.received', id);
    }
    return getThanks(scope, id);
  }),
);
