import { randomUUID } from 'node:crypto';
import { type Identity, sessionLifetime } from '#lib/auth/identity';
import { now } from '#lib/clock';
import { cutSockets } from '#lib/events/publish';
import { asSystem, type Db } from '#lib/transaction';

/** Begins a session for somebody who has shown who they are. */
export async function createSession(db: Db, userId: string, device: string): Promise<Identity> {
  const createdAt = now();
  const session = { id: randomUUID(), userId, device, createdAt };
  await db.session.create({ data: { ...session, expiresAt: new Date(createdAt.getTime() + sessionLifetime * 1000) } });
  return { userId, sessionId: session.id };
}

/** Ends a session, and cuts its sockets. It is well if it had ended already. */
export async function endSession({ userId, sessionId }: Identity): Promise<void> {
  await asSystem((db) => db.session.deleteMany({ where: { id: sessionId, userId } }));
  cutSockets({ sessionId });
}

/** Whether a session lives. */
export async function isLiving({ userId, sessionId }: Identity): Promise<boolean> {
  const found = await asSystem((db) =>
    db.session.findFirst({ where: { id: sessionId, userId, expiresAt: { gt: now() } }, select: { id: true } }),
  );
  return found !== null;
}

/**
 * Ends all sessions of a person, or all but one, within a transaction.
 * @returns what is to be called after the commit, to cut their sockets
 */
export async function endSessions(db: Db, userId: string, exceptId?: string): Promise<() => void> {
  const ended = await db.session.findMany({
    where: { userId, ...(exceptId && { id: { not: exceptId } }) },
    select: { id: true },
  });
  await db.session.deleteMany({ where: { id: { in: ended.map(({ id }) => id) }, userId } });
  return () => {
    for (const { id } of ended) cutSockets({ sessionId: id });
  };
}
