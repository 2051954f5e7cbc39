import { route } from '#lib/http/route';
import { listCommitments } from '#lib/talks/commitments';
import { transaction } from '#lib/transaction';

/** What the two have asked of each other and said they would do, and is not settled. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => ({ commitments: await listCommitments(scope) })),
);
