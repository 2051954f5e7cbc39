import { changePassword } from '#lib/accounts/password-change';
import { passwordChange } from '#lib/accounts/schema';
import { route } from '#lib/http/route';

/** Changes the password and ends the other sessions. */
export const PUT = route({ body: passwordChange }, ({ identity, body }) =>
  changePassword(identity, body.current, body.password),
);
