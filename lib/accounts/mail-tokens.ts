import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { MailKind } from '#lib/accounts/mails';
import { now } from '#lib/clock';
import { env } from '#lib/env';
import { AppError } from '#lib/error';
import type { MailPurpose, MailToken } from '#lib/generated/prisma/client';
import { isLocale, type Locale, locales } from '#lib/i18n/locales';
import { enqueue } from '#lib/jobs/enqueue';
import { asSystem, type Db } from '#lib/transaction';

/** How long a link works, in milliseconds. */
const lifetime: Record<MailPurpose, number> = { reset: 60 * 60_000, confirm: 7 * 24 * 60 * 60_000 };

// The ticket travels through the queue, the token through the mail, and the table keeps only the token's hash.
// AUTH_SECRET lies between ticket and token, so nobody who reads the database has a link.
const tokenOf = (ticket: string) => createHmac('sha256', env.AUTH_SECRET).update(`mail ${ticket}`).digest('base64url');
const hashOf = (token: string) => new Uint8Array(createHash('sha256').update(token).digest());

/**
 * Makes a link and has it mailed after the commit. It does the same work whether or not anybody has the address, and
 * whether or not it may be mailed: one that may not has run out before anybody could open it.
 */
export async function mailLink(
  db: Db,
  token: Pick<MailToken, 'purpose' | 'email'> & Partial<Pick<MailToken, 'userId' | 'passwordHash'>>,
  mayMail = true,
): Promise<void> {
  const ticket = randomBytes(32).toString('base64url');
  const expiresAt = new Date(mayMail ? now().getTime() + lifetime[token.purpose] : 0);
  await db.mailToken.create({ data: { ...token, tokenHash: hashOf(tokenOf(ticket)), expiresAt } });
  await enqueue(db, 'send-mail-link', { ticket });
}

/** What to mail for a ticket, or null where the link has run out, was dropped, or nobody has the address. */
export async function findMailLink(
  ticket: string,
): Promise<{ kind: MailKind; email: string; locale: Locale; link: string } | null> {
  const secret = tokenOf(ticket);
  return asSystem(async (db) => {
    const token = await findMailToken(db, secret);
    if (!token) return null;
    const [account] = await db.account.findMany({
      where: token.userId ? { userId: token.userId } : { email: token.email },
      orderBy: [{ emailVerifiedAt: { sort: 'desc', nulls: 'last' } }, { user: { createdAt: 'desc' } }],
      take: 1,
    });
    if (!account) {
      await db.mailToken.deleteMany({ where: { tokenHash: token.tokenHash } });
      return null;
    }
    return {
      kind: token.passwordHash ? 'change' : token.purpose,
      email: token.email,
      locale: isLocale(account.locale) ? account.locale : locales[0],
      link: `${env.PUBLIC_URL}/${token.purpose}/${secret}`,
    };
  });
}

/** The living token of a link, or null. Looking does not use it up: mail programs open links to look at them. */
export async function findMailToken(db: Db, secret: string, purpose?: MailPurpose): Promise<MailToken | null> {
  return db.mailToken.findFirst({ where: { tokenHash: hashOf(secret), purpose, expiresAt: { gt: now() } } });
}

/**
 * Uses up a link. Of several at once exactly one gets it; where its transaction fails, it works again.
 * @throws AppError `link_expired`
 */
export async function takeMailToken(db: Db, secret: string, purpose: MailPurpose): Promise<MailToken> {
  const token = await findMailToken(db, secret, purpose);
  if (!token) throw new AppError('link_expired');
  const { count } = await db.mailToken.deleteMany({ where: { tokenHash: token.tokenHash } });
  if (count === 0) throw new AppError('link_expired');
  return token;
}
