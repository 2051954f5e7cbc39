import { listQuery } from '#lib/feelings/check-in-schema';
import { listCheckIns } from '#lib/feelings/queries';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** How I was, the last first. Mine alone. */
export const GET = route({ query: listQuery }, ({ identity, query }) =>
  transaction(identity, (scope) => listCheckIns(scope, query)),
);
