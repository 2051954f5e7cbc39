import { route } from '#lib/http/route';
import { listEntries } from '#lib/journal/queries';
import { listQuery } from '#lib/journal/schema';
import { transaction } from '#lib/transaction';

/** My own entries, the newest first. */
export const GET = route({ query: listQuery }, ({ identity, query }) =>
  transaction(identity, (scope) => listEntries(scope, query.before)),
);
