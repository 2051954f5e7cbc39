import { route } from '#lib/http/route';
import { listRevealed, listWaiting } from '#lib/prompts/queries';
import { listQuery } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

/** What waits, and a page of what was revealed. */
export const GET = route({ query: listQuery }, ({ identity, query }) =>
  transaction(identity, async (scope) => ({
    waiting: query.before ? [] : await listWaiting(scope),
    revealed: await listRevealed(scope, query.before),
  })),
);
