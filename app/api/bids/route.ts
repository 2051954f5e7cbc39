import { getBids } from '#lib/bids/queries';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** What each of the two asks the other for now. There is no list of earlier ones. */
export const GET = route({}, ({ identity }) => transaction(identity, getBids));
