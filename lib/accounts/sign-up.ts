import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { mailLink } from '#lib/accounts/mail-tokens';
import type { signUpBody } from '#lib/accounts/schema';
import { hashPassword } from '#lib/auth/password';
import { AppError } from '#lib/error';
import { asSystem } from '#lib/transaction';
import { createVaultKey } from '#lib/vault';

/**
 * Makes an account with a couple of one, and mails a link that proves the address. With an address and password that
 * exist already it changes nothing: signing up is then signing in. An address that exists with another password gets
 * a further, unproven account, so that the answer is the same for every address (docs/decisions/0004).
 */
export async function signUp({
  name,
  email,
  password,
  locale,
  timeZone,
  mayMail,
}: z.output<typeof signUpBody> & { mayMail: boolean }): Promise<void> {
  const passwordHash = await hashPassword(email, password);
  try {
    await asSystem(async (db) => {
      if (await db.account.findFirst({ where: { email, passwordHash }, select: { userId: true } })) return;
      const [userId, coupleId] = [randomUUID(), randomUUID()];
      await db.user.create({ data: { id: userId, name } });
      await db.account.create({ data: { userId, email, passwordHash, locale, timeZone } });
      await db.couple.create({ data: { id: coupleId, timeZone } });
      await db.member.create({ data: { userId, coupleId, slot: 1 } });
      await createVaultKey(db, { userId });
      await createVaultKey(db, { coupleId });
      await mailLink(db, { purpose: 'confirm', email, userId }, mayMail);
    });
  } catch (error) {
    // The same sign-up sent twice at once.
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
  }
}
