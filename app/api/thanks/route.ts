import { route } from '#lib/http/route';
import { listGiven, listKept } from '#lib/thanks/queries';
import { thanksQuery } from '#lib/thanks/schema';
import { transaction } from '#lib/transaction';

/** A page of what the two have given each other, and with the first page what of mine waits. */
export const GET = route({ query: thanksQuery }, ({ identity, query }) =>
  transaction(identity, async (scope) => ({
    kept: query.before ? [] : await listKept(scope),
    ...(await listGiven(scope, query.before)),
  })),
);
