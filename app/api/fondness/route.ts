import { route } from '#lib/http/route';
import { listFondness } from '#lib/thanks/queries';
import { transaction } from '#lib/transaction';

/** What I love about my partner, mine alone. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => ({ fondness: await listFondness(scope) })),
);
