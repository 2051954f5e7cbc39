import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { giveThanks } from '#lib/thanks/give';
import { getThanks, lockOwnThanks } from '#lib/thanks/queries';
import { thanksParams } from '#lib/thanks/schema';
import { transaction } from '#lib/transaction';

/** Gives one of mine that waits. Given already, by hand or at its time, it is no news. */
export const PUT = route({ params: thanksParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const row = await lockOwnThanks(scope, id);
    if (!row.givenAt) {
      if (!scope.member.partner) throw new AppError('alone');
      await giveThanks(scope, row);
      await scope.record('thanks.given', id);
    }
    return getThanks(scope, id);
  }),
);
