import { mailConfirmation } from '#lib/accounts/address';
import { route } from '#lib/http/route';

/** Mails the link that proves one's address once more. */
export const POST = route({}, ({ identity }) => mailConfirmation(identity));
