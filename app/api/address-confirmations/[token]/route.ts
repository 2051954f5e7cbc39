import { confirmAddress } from '#lib/accounts/address';
import { tokenParams } from '#lib/accounts/schema';
import { route } from '#lib/http/route';

/** Proves an address with a mailed link, once. A link that is only opened proves nothing: mail scanners open links too. */
export const PUT = route({ params: tokenParams, access: 'anyone' }, ({ params }) => confirmAddress(params.token));
