import { listObservations } from '#lib/cards/queries';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** What I noticed about my partner. Mine alone. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => ({ observations: await listObservations(scope) })),
);
