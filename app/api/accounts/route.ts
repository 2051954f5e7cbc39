import { isWithinMails } from '#lib/accounts/mail-limit';
import { signUpBody } from '#lib/accounts/schema';
import { signUp } from '#lib/accounts/sign-up';
import { addressOf, limitAttempts } from '#lib/http/limit';
import { route } from '#lib/http/route';

/** Signs up. The answer is the same whether or not the address has an account; whoever asked then signs in. */
export const POST = route({ body: signUpBody, access: 'anyone' }, async ({ request, body }) => {
  const from = addressOf(request);
  await limitAttempts('signUpFrom', from);
  // Too many mails to an address must not keep its owner from signing up.
  await signUp({ ...body, mayMail: await isWithinMails('confirm', body.email, from) });
  return new Response(null, { status: 201, headers: { 'cache-control': 'private, no-store' } });
});
