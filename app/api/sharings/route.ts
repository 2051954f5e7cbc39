import { route } from '#lib/http/route';
import { listSharings } from '#lib/sharings/queries';
import { transaction } from '#lib/transaction';

/** What we shared with each other, and what of mine waits to go. */
export const GET = route({}, ({ identity }) => transaction(identity, listSharings));
