import { z } from 'zod';
import { listEventsAfter } from '#lib/events/queries';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

const seq = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(2_147_483_647));
const query = z.strictObject({ after: seq });

/** What a page missed while its socket was away. */
export const GET = route({ query }, ({ identity, query }) =>
  transaction(identity, (scope) => listEventsAfter(scope, query.after)),
);
