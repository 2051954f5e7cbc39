import { isWithinMails } from '#lib/accounts/mail-limit';
import { findMailToken, mailLink, takeMailToken } from '#lib/accounts/mail-tokens';
import { requirePassword } from '#lib/accounts/password-change';
import type { Identity } from '#lib/auth/identity';
import { hashPassword } from '#lib/auth/password';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { limitAttempts } from '#lib/http/limit';
import { asSystem, transaction } from '#lib/transaction';

/**
 * Mails a link to a new address; the address changes when it is opened. The password's hash under the new address goes
 * along, since salts come from addresses. Whether anybody has the new address is not looked at.
 */
export async function changeAddress(identity: Identity, password: string, email: string): Promise<void> {
  const account = await requirePassword(identity, password);
  await limitAttempts('mailBy', identity.userId);
  const mayMail = await isWithinMails('confirm', email, identity.userId);
  const passwordHash = await hashPassword(email, password);
  await asSystem(async (db) => {
    const { userId } = account;
    await db.mailToken.deleteMany({ where: { userId, purpose: 'confirm' } });
    const isSame = email === account.email;
    await mailLink(db, { purpose: 'confirm', email, userId, passwordHash: isSame ? null : passwordHash }, mayMail);
  });
}

/** Mails the link that proves one's own address once more; nothing where it is proven. */
export async function mailConfirmation(identity: Identity): Promise<void> {
  const { email, userId, emailVerifiedAt } = await transaction(identity, ({ db, member }) =>
    db.account.findUniqueOrThrow({ where: { userId: member.userId } }),
  );
  if (emailVerifiedAt) return;
  await limitAttempts('mailBy', userId);
  const mayMail = await isWithinMails('confirm', email, userId);
  await asSystem((db) => mailLink(db, { purpose: 'confirm', email, userId }, mayMail));
}

/** What the page of a mailed link shows, or null where the link no longer works. */
export function findConfirmation(
  token: string,
): Promise<{ email: string; isChange: boolean; isTaken: boolean } | null> {
  return asSystem(async (db) => {
    const found = await findMailToken(db, token, 'confirm');
    if (!found?.userId) return null;
    const { email, userId, passwordHash } = found;
    const taken = await db.account.count({
      where: { email, emailVerifiedAt: { not: null }, userId: { not: userId } },
    });
    return { email, isChange: passwordHash !== null, isTaken: taken > 0 };
  });
}

/**
 * Proves an address by a mailed link, or changes to it.
 * @throws AppError `link_expired`; `conflict` where another account has proven the address
 */
export async function confirmAddress(token: string): Promise<{ email: string }> {
  return asSystem(async (db) => {
    const { email, userId, passwordHash } = await takeMailToken(db, token, 'confirm');
    if (!userId) throw new AppError('link_expired');
    const { count } = await db.account.updateMany({
      where: { userId, ...(!passwordHash && { email }) },
      data: { email, emailVerifiedAt: now(), ...(passwordHash && { passwordHash }) },
    });
    if (count === 0) throw new AppError('link_expired');
    // Links that went to an address that is no longer this account's.
    await db.mailToken.deleteMany({ where: { userId, purpose: 'confirm' } });
    return { email };
  });
}
