import { resetPassword } from '#lib/accounts/password-change';
import { resetBody, tokenParams } from '#lib/accounts/schema';
import { route } from '#lib/http/route';

/** Chooses a new password with a mailed link, once. */
export const PUT = route({ params: tokenParams, body: resetBody, access: 'anyone' }, ({ params, body }) =>
  resetPassword(params.token, body.password, body.userId),
);
