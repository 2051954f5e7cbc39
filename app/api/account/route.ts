import { deleteAccount } from '#lib/accounts/deletion';
import { accountChanges, accountDeletion } from '#lib/accounts/schema';
import { accountView } from '#lib/accounts/view';
import { preferenceCookies } from '#lib/auth/preferences';
import { cutSockets } from '#lib/events/publish';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

export const GET = route({}, ({ identity }) =>
  transaction(identity, async ({ db, member }) =>
    accountView(await db.account.findUniqueOrThrow({ where: { userId: member.userId } }), member.name),
  ),
);

/** Changes the name, language, time zone, or whether the partner sees that one is here. */
export const PATCH = route({ body: accountChanges }, async ({ identity, body: { name, ...changes } }) => {
  const view = await transaction(identity, async ({ db, member, record }) => {
    const where = { userId: member.userId };
    // Not `update`: it reads back columns by RETURNING, and an empty change is none.
    if (Object.keys(changes).length > 0) await db.account.updateMany({ where, data: changes });
    const account = await db.account.findUniqueOrThrow({ where });
    if (name !== undefined && name !== member.name) {
      await db.user.updateMany({ where: { id: member.userId }, data: { name } });
      await record('couple.changed', member.userId);
    }
    return accountView(account, name ?? member.name);
  });
  // Sockets learn it when they come back.
  if (changes.showsPresence !== undefined) cutSockets({ userId: view.id });
  const response = Response.json(view, { headers: { 'cache-control': 'private, no-store' } });
  const { locale, timeZone } = changes;
  for (const cookie of preferenceCookies({ ...(locale && { locale }), ...(timeZone && { timeZone }) })) {
    response.headers.append('set-cookie', cookie);
  }
  return response;
});

/** Deletes the account, for good. */
export const DELETE = route({ body: accountDeletion }, ({ identity, body }) => deleteAccount(identity, body.password));
