import { type SessionView, sessionView } from '#lib/accounts/view';
import { now } from '#lib/clock';
import type { Scope } from '#lib/transaction';

/** One's own living sessions, the newest first. */
export async function listSessions({ db, member }: Scope, currentId: string): Promise<SessionView[]> {
  const sessions = await db.session.findMany({
    where: { userId: member.userId, expiresAt: { gt: now() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return sessions.map((session) => sessionView(session, currentId));
}
