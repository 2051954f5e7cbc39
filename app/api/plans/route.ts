import { route } from '#lib/http/route';
import { listLived, listPlans } from '#lib/plans/queries';
import { groupPlans } from '#lib/plans/rules';
import { listQuery } from '#lib/plans/schema';
import { transaction } from '#lib/transaction';

/** What is not over, each in its place, and a page of what was lived. */
export const GET = route({ query: listQuery }, ({ identity, query }) =>
  transaction(identity, async (scope) => ({
    groups: query.before ? groupPlans([]) : await listPlans(scope),
    lived: await listLived(scope, query.before),
  })),
);
