import { route } from '#lib/http/route';
import { getLive } from '#lib/talks/live/queries';
import { talkParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** A talk under way as it stands for me, and the server's time. */
export const GET = route({ params: talkParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getLive(scope, params.id)),
);
