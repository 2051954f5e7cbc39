import { endSessions } from '#lib/accounts/sessions';
import { sessionView } from '#lib/accounts/view';
import { now } from '#lib/clock';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

export const GET = route({}, ({ identity }) =>
  transaction(identity, async ({ db, member }) => {
    const sessions = await db.session.findMany({
      where: { userId: member.userId, expiresAt: { gt: now() } },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    });
    return { sessions: sessions.map((session) => sessionView(session, identity.sessionId)) };
  }),
);

/** Ends all sessions but the one that asks. */
export const DELETE = route({}, async ({ identity }) => {
  const cut = await transaction(identity, ({ db, member }) => endSessions(db, member.userId, identity.sessionId));
  cut();
});
