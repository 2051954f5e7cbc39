import { AppError } from '#lib/error';
import { addressOf, limitAttempts } from '#lib/http/limit';
import { route } from '#lib/http/route';
import { findBody } from '#lib/invites/schema';
import { hashCode, makeTicket } from '#lib/invites/tokens';
import { asSystem } from '#lib/transaction';

/** Finds the page of an invite by its code. All wrong codes get one answer, and there are not many tries. */
export const POST = route({ body: findBody, access: 'anyone' }, async ({ request, body }) => {
  await limitAttempts('inviteFrom', addressOf(request));
  const invite = await asSystem((db) =>
    db.invite.findUnique({ where: { codeHash: hashCode(body.code) }, select: { id: true } }),
  );
  if (!invite) throw new AppError('not_found', { fields: { code: 'wrong' } });
  return { path: `/invite/${makeTicket(invite.id)}` };
});
