import { listSessions } from '#lib/accounts/queries';
import { endSessions } from '#lib/auth/sessions';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => ({ sessions: await listSessions(scope, identity.sessionId) })),
);

/** Ends all sessions but the one that asks. */
export const DELETE = route({}, async ({ identity }) => {
  const cut = await transaction(identity, ({ db, member }) => endSessions(db, member.userId, identity.sessionId));
  cut();
});
