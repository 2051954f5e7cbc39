import { createHmac, timingSafeEqual } from 'node:crypto';
import { hasSecureCookies, readCookie } from '#lib/auth/identity';
import { env } from '#lib/env';
import { keyOf } from '#lib/http/limit';

const cookieName = 'nearer-known';
const year = 60 * 60 * 24 * 365;
/** How many accounts a browser is known to: those of a household that shares it. */
const most = 4;

type Account = { userId: string; email: string };

/** What this installation alone can write: that somebody signed in to the account, at this address. */
function entryOf({ userId, email }: Account): string {
  const proof = createHmac('sha256', env.AUTH_SECRET)
    .update(`known ${userId} ${keyOf(email)}`)
    .digest('base64url');
  return `${userId}.${proof}`;
}

function readEntries(cookieHeader: string | null): string[] {
  const value = readCookie(cookieHeader ?? '', cookieName) ?? '';
  return value
    .split('~')
    .filter((entry) => /^[\w-]{36}\.[\w-]{43}$/.test(entry))
    .slice(0, most);
}

/** Whose account at an address a browser has signed in to before. */
export function findKnownAccount(cookieHeader: string | null, email: string): string | undefined {
  return readEntries(cookieHeader)
    .map((entry) => ({ entry, userId: entry.slice(0, 36) }))
    .find(({ entry, userId }) => timingSafeEqual(Buffer.from(entry), Buffer.from(entryOf({ userId, email }))))?.userId;
}

/** The `Set-Cookie` value by which a browser is known to an account from now on; only signing in reads it. */
export function knownCookie(cookieHeader: string | null, account: Account): string {
  const others = readEntries(cookieHeader).filter((entry) => !entry.startsWith(account.userId));
  const value = [entryOf(account), ...others].slice(0, most).join('~');
  return `${cookieName}=${value}; Path=/api/auth; Max-Age=${year}; HttpOnly; SameSite=Lax${hasSecureCookies() ? '; Secure' : ''}`;
}
