import { changeAddress } from '#lib/accounts/address';
import { addressChange } from '#lib/accounts/schema';
import { route } from '#lib/http/route';

/** Mails a link to a new address, which takes the old one's place when the link is opened. */
export const PUT = route({ body: addressChange }, ({ identity, body }) =>
  changeAddress(identity, body.password, body.email),
);
