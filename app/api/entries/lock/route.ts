import { requirePassword } from '#lib/accounts/password-change';
import { route } from '#lib/http/route';
import { openJournal } from '#lib/journal/door';
import { lockBody } from '#lib/journal/schema';
import { transaction } from '#lib/transaction';

/** After how many minutes away the journal asks for the password again, in all my sessions; 0: never. */
export const PUT = route({ body: lockBody }, async ({ identity, body }) => {
  await requirePassword(identity, body.password);
  await transaction(identity, async (scope) => {
    const { userId } = scope.member;
    await scope.db.account.updateMany({ where: { userId }, data: { journalLock: body.minutes } });
    await openJournal(scope, true);
  });
});
