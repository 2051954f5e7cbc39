import { timingSafeEqual } from 'node:crypto';
import { isWithinMails } from '#lib/accounts/mail-limit';
import { findMailToken, mailLink, takeMailToken } from '#lib/accounts/mail-tokens';
import { limitGuesses } from '#lib/auth/attempts';
import type { Identity } from '#lib/auth/identity';
import { hashPassword } from '#lib/auth/password';
import { endSessions } from '#lib/auth/sessions';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import type { Account } from '#lib/generated/prisma/client';
import { limitAttempts, uncountAttempt } from '#lib/http/limit';
import { asSystem, type Db, transaction } from '#lib/transaction';

/**
 * Asks somebody signed in for their password once more.
 * @param field where the form has it
 * @throws AppError `unauthenticated` when the session has ended, `too_many`, `wrong_password`
 */
export async function requirePassword(identity: Identity, password: string, field = 'password'): Promise<Account> {
  const account = await transaction(identity, ({ db, member }) =>
    db.account.findUniqueOrThrow({ where: { userId: member.userId } }),
  );
  await limitAttempts('password', identity.userId);
  const given = await hashPassword(account.email, password);
  if (!timingSafeEqual(given, account.passwordHash)) {
    throw new AppError('wrong_password', { fields: { [field]: 'wrong' } });
  }
  await uncountAttempt('password', identity.userId);
  return account;
}

/**
 * Changes a password: the other sessions end, and a change of address under way with the old one is dropped.
 * @throws AppError `wrong_password`, `conflict` where another account at the address has the new one
 */
export async function changePassword(identity: Identity, current: string, password: string): Promise<void> {
  const account = await requirePassword(identity, current, 'current');
  // Whoever chose a password that another account at this address has would learn it by the refusal: a guess like any.
  await limitGuesses(account.email, identity.userId);
  const passwordHash = await hashPassword(account.email, password);
  const cut = await asSystem(async (db) => {
    const { userId, email } = account;
    const { count } = await db.account.updateMany({
      where: { userId, email, passwordHash: account.passwordHash },
      data: { passwordHash },
    });
    if (count === 0) throw new AppError('wrong_password', { fields: { current: 'wrong' } });
    await db.mailToken.deleteMany({ where: { userId, passwordHash: { not: null } } });
    return endSessions(db, userId, identity.sessionId);
  });
  cut();
}

type Resettable = { userId: string; name: string; createdAt: Date };

/** Has a link mailed to choose a new password with. Only the job looks whether anybody has the address. */
export async function requestReset(email: string, from: string): Promise<void> {
  const mayMail = await isWithinMails('reset', email, from);
  await asSystem((db) => mailLink(db, { purpose: 'reset', email }, mayMail));
}

/** Whose password a link can set: of the account that has proven the address, else of any that stand at it, the newest first. */
async function listResettable(db: Db, email: string): Promise<Resettable[]> {
  const accounts = await db.account.findMany({
    where: { email },
    orderBy: { user: { createdAt: 'desc' } },
    include: { user: { select: { name: true, createdAt: true } } },
  });
  const proven = accounts.filter(({ emailVerifiedAt }) => emailVerifiedAt);
  return (proven.length > 0 ? proven : accounts).map(({ userId, user }) => ({ userId, ...user }));
}

/** What the page of a mailed link shows, or null where the link no longer works. */
export function findReset(token: string): Promise<{ email: string; accounts: Resettable[] } | null> {
  return asSystem(async (db) => {
    const found = await findMailToken(db, token, 'reset');
    const accounts = found ? await listResettable(db, found.email) : [];
    return found && accounts.length > 0 ? { email: found.email, accounts } : null;
  });
}

/**
 * Sets a new password by a mailed link. The link proves the address; all sessions of the account end.
 * @param userId which of several unproven accounts at the address
 * @returns the address, to sign in with
 * @throws AppError `link_expired`, `invalid` where it must be said which account, `conflict`
 */
export async function resetPassword(token: string, password: string, userId?: string): Promise<{ email: string }> {
  const found = await asSystem((db) => findMailToken(db, token, 'reset'));
  if (!found) throw new AppError('link_expired');
  const { email } = found;
  const passwordHash = await hashPassword(email, password);
  const cut = await asSystem(async (db) => {
    await takeMailToken(db, token, 'reset');
    const accounts = await listResettable(db, email);
    if (accounts.length === 0) throw new AppError('link_expired');
    const chosen = accounts.find((account) => account.userId === userId) ?? accounts[0];
    if (!chosen || (userId !== chosen.userId && (userId || accounts.length > 1))) {
      throw new AppError('invalid', { fields: { userId: userId ? 'invalid' : 'required' } });
    }
    const data = { passwordHash, emailVerifiedAt: now() };
    const { count } = await db.account.updateMany({ where: { userId: chosen.userId, email }, data });
    if (count === 0) throw new AppError('link_expired');
    await db.mailToken.deleteMany({ where: { OR: [{ userId: chosen.userId }, { purpose: 'reset', email }] } });
    return endSessions(db, chosen.userId);
  });
  cut();
  return { email };
}
