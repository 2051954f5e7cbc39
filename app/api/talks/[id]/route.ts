import { route } from '#lib/http/route';
import { getTalk } from '#lib/talks/queries';
import { talkParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** A talk that was begun, with what was written down of it. */
export const GET = route({ params: talkParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getTalk(scope, params.id)),
);
