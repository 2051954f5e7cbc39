import { route } from '#lib/http/route';
import { drawThanks } from '#lib/thanks/jar';
import { transaction } from '#lib/transaction';

/** Draws an old one out of the jar, for me alone. */
export const POST = route({}, ({ identity }) => transaction(identity, drawThanks));
