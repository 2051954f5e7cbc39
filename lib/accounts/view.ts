import type { Account, Session } from '#lib/generated/prisma/client';

/** One's own account, as its owner sees it. */
export function accountView(account: Account, name: string) {
  return {
    id: account.userId,
    name,
    email: account.email,
    isEmailProven: account.emailVerifiedAt !== null,
    locale: account.locale,
    timeZone: account.timeZone,
    showsPresence: account.showsPresence,
    welcomedAt: account.welcomedAt?.toISOString() ?? null,
  };
}

export type AccountView = ReturnType<typeof accountView>;

/** One of one's own sessions. `device` is empty where the browser did not say what it is. */
export function sessionView(session: Session, currentId: string) {
  return {
    id: session.id,
    device: session.device,
    createdAt: session.createdAt.toISOString(),
    isCurrent: session.id === currentId,
  };
}

export type SessionView = ReturnType<typeof sessionView>;
