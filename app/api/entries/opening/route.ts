import { requirePassword } from '#lib/accounts/password-change';
import { route } from '#lib/http/route';
import { openJournal, useJournal } from '#lib/journal/door';
import { openingBody } from '#lib/journal/schema';
import { transaction } from '#lib/transaction';

/** Opens the journal in this session, with the password. */
export const PUT = route({ body: openingBody }, async ({ identity, body }) => {
  await requirePassword(identity, body.password);
  await transaction(identity, (scope) => openJournal(scope, true));
});

/** Somebody is still at the journal: it stays open. */
export const POST = route({}, ({ identity }) => transaction(identity, useJournal));

/** Closes it in this session, by hand. */
export const DELETE = route({}, ({ identity }) => transaction(identity, (scope) => openJournal(scope, false)));
