import { requestReset } from '#lib/accounts/password-change';
import { resetRequest } from '#lib/accounts/schema';
import { addressOf, limitAttempts } from '#lib/http/limit';
import { route } from '#lib/http/route';

/** Asks for a mail with a link to choose a new password. The work is the same whether or not anybody has the address. */
export const POST = route({ body: resetRequest, access: 'anyone' }, async ({ request, body: { email } }) => {
  const from = addressOf(request);
  await limitAttempts('mailFrom', from);
  await requestReset(email, from);
});
