import type { AuthOptions } from 'next-auth';
import { admit } from '#lib/auth/attempts';
import { describeDevice } from '#lib/auth/device';
import { normalizeEmail } from '#lib/auth/email';
import { hasSecureCookies, type Identity, sessionLifetime } from '#lib/auth/identity';
import { hashPassword } from '#lib/auth/password';
import { credentials as credentialsSchema } from '#lib/auth/schema';
import { createSession, endSession, isLiving } from '#lib/auth/sessions';
import { env } from '#lib/env';
import { AppError } from '#lib/error';
import { describeIssues } from '#lib/http/route';
import { log } from '#lib/log';
import { asSystem } from '#lib/transaction';

/** What happened within next-auth, which would say it in redirects only. */
export type Outcome = {
  error?: unknown;
  signedIn?: Identity & { email: string; locale: string; timeZone: string };
};

/** How next-auth signs in and out here, for one request. */
export function authOptions(request: Request, outcome: Outcome): AuthOptions {
  /** next-auth swallows errors; this keeps them for the one error mapper. */
  const keepError = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      outcome.error = error;
      return null;
    }
  };
  return {
    providers: [
      {
        id: 'credentials',
        name: 'credentials',
        type: 'credentials',
        credentials: { email: {}, password: {} },
        authorize: (given) =>
          keepError(async () => {
            outcome.signedIn = await signIn(given, request);
            const { userId: id, sessionId } = outcome.signedIn;
            return { id, sessionId };
          }),
      },
    ],
    secret: env.AUTH_SECRET,
    useSecureCookies: hasSecureCookies(),
    session: { strategy: 'jwt', maxAge: sessionLifetime },
    pages: {
      signIn: '/sign-in',
      signOut: '/sign-in',
      error: '/sign-in',
      verifyRequest: '/sign-in',
      newUser: '/welcome',
    },
    callbacks: {
      async jwt({ token, user }) {
        if (user && 'sessionId' in user) return { sub: user.id, sid: user.sessionId };
        const identity = { userId: String(token.sub), sessionId: String(token.sid) };
        if ((await keepError(() => isLiving(identity))) === false) throw new Error('session ended');
        return { sub: identity.userId, sid: identity.sessionId };
      },
      // Says only that somebody is signed in, and until when.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : new URL(baseUrl);
        return target.origin === new URL(baseUrl).origin ? target.href : baseUrl;
      },
    },
    events: {
      async signOut({ token }) {
        await keepError(() => endSession({ userId: String(token.sub), sessionId: String(token.sid) }));
      },
    },
    logger: {
      error: (code) => log.debug({ code }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}

/**
 * Signs in with an address and password: the same steps for an address nobody has.
 * @throws AppError `invalid`, `too_many`, `unauthenticated` for any pair that is not an account
 */
async function signIn(given: unknown, request: Request): Promise<NonNullable<Outcome['signedIn']>> {
  const { data, error } = credentialsSchema.safeParse(given, { reportInput: true });
  if (error) throw new AppError('invalid', { fields: describeIssues(error.issues) });
  // Postgres takes no NUL. A blank in its place makes an address that nobody can have.
  const email = normalizeEmail(data.email).replaceAll('\0', ' ');
  const { onlyAs, succeed } = await admit(request, email);
  const passwordHash = await hashPassword(email, data.password);
  const device = describeDevice(request.headers.get('user-agent'));
  const { identity, account } = await asSystem(async (db) => {
    const account = await db.account.findFirst({ where: { email, passwordHash, userId: onlyAs } });
    if (!account) throw new AppError('unauthenticated');
    return { account, identity: await createSession(db, account.userId, device) };
  });
  await succeed();
  return { ...identity, email, locale: account.locale, timeZone: account.timeZone };
}
