import { route } from '#lib/http/route';
import { listNotes } from '#lib/talks/notes';
import { transaction } from '#lib/transaction';

/** My own notes for a talk. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => ({ notes: await listNotes(scope) })),
);
