import { decode, encode } from 'next-auth/jwt';
import { Cache } from '#lib/cache';
import { env } from '#lib/env';

/** What a request's cookie claims. Whether the session still lives, the database says (`app.enter`). */
export type Identity = { userId: string; sessionId: string };

/** How long a sign-in lasts, in seconds. */
export const sessionLifetime = 60 * 60 * 24 * 90;

/** Cookies are marked secure when people reach this server by https. */
export function hasSecureCookies(): boolean {
  return env.PUBLIC_URL.startsWith('https://');
}

export function sessionCookieName(): string {
  return `${hasSecureCookies() ? '__Secure-' : ''}next-auth.session-token`;
}

export function readCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** Reads who sent a `Cookie` header, or null for nobody. */
export async function readIdentity(cookieHeader: string | null | undefined): Promise<Identity | null> {
  const token = cookieHeader ? readCookie(cookieHeader, sessionCookieName()) : undefined;
  return token ? readToken(token) : null;
}

// Decrypting a token costs more than the rest of reading a request. The database is asked about the session all the same.
const tokens = new Cache<Identity>(60_000, 10_000);

/** Reads a session token, or null where it is forged, expired or not one of ours. */
export async function readToken(token: string): Promise<Identity | null> {
  const known = tokens.find(token);
  if (known) return known;
  const claims = await decode({ token, secret: env.AUTH_SECRET }).catch(() => null);
  return typeof claims?.sub === 'string' && typeof claims.sid === 'string'
    ? tokens.keep(token, { userId: claims.sub, sessionId: claims.sid })
    : null;
}

/** Makes the token of a session, as next-auth does when somebody signs in. */
export function makeToken({ userId, sessionId }: Identity): Promise<string> {
  return encode({ token: { sub: userId, sid: sessionId }, secret: env.AUTH_SECRET, maxAge: sessionLifetime });
}
