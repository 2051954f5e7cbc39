import { randomUUID } from 'node:crypto';
import { signUpBody } from '#lib/accounts/schema';
import { signUp } from '#lib/accounts/sign-up';
import { type Identity, makeToken, sessionCookieName } from '#lib/auth/identity';
import { createSession } from '#lib/auth/sessions';
import type { Who } from '#lib/demo/schema';
import { call } from '#lib/http/call';
import { loadRoutes } from '#lib/http/dispatch';
import type { InviteView } from '#lib/invites/view';
import { asSystem, transaction } from '#lib/transaction';

/** Where the demo's two live: this machine's zone, so that their evenings are its evenings. */
export const demoTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const demoPassword = 'two cups of tea';
export const demoEmails: Record<Who, string> = { mika: 'mika@nearer.test', noor: 'noor@nearer.test' };

/** One of the two, signed in. */
export type Player = Identity & {
  coupleId: string;
  /**
   * Asks the API, by a path below /api: the route's own function, found as for a browser's request.
   * @throws where it refuses: the demo then asks for what nobody could have done
   */
  ask(
    method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Record<string, unknown>>;
};

export type Couple = Record<Who, Player>;

type Find = Awaited<ReturnType<typeof loadRoutes>>;

/** Whether nobody has an account here. */
export async function isEmpty(): Promise<boolean> {
  return (await asSystem((db) => db.account.findFirst({ select: { userId: true } }))) === null;
}

async function makePlayer(find: Find, name: string, email: string): Promise<Player> {
  // No mail: nobody reads it at these addresses.
  const fields = signUpBody.parse({ name, email, password: demoPassword, locale: 'en', timeZone: demoTimeZone });
  await signUp({ ...fields, mayMail: false });
  const identity = await asSystem(async (db) => {
    const { userId } = await db.account.findFirstOrThrow({ where: { email } });
    return createSession(db, userId, '');
  });
  const { coupleId } = await transaction(identity, async ({ member }) => member);
  const cookie = `${sessionCookieName()}=${await makeToken(identity)}`;
  return {
    ...identity,
    coupleId,
    ask: async (method, path, body) => {
      const found = find(path);
      const handler = found?.methods[method];
      if (!found || !handler) throw new Error(`The demo finds no ${method} ${path}`);
      const answer = await call({ cookie }, handler, method, { params: found.params, body });
      if (answer.status >= 400) throw new Error(`The demo's ${method} ${path} was answered with ${answer.status}`);
      return answer.body;
    },
  };
}

/**
 * Signs the two up. Their sessions last from the real today, so that they reach over the whole year.
 * @param api the folder of the routes
 */
export async function signUpBoth(api: string): Promise<Couple> {
  const find = await loadRoutes(api);
  return {
    mika: await makePlayer(find, 'Mika', demoEmails.mika),
    noor: await makePlayer(find, 'Noor', demoEmails.noor),
  };
}

/** Mika invites, Noor accepts, Mika says yes. */
export async function linkBoth({ mika, noor }: Couple): Promise<void> {
  const id = randomUUID();
  const { link } = await mika.ask('POST', 'invites', { id });
  await noor.ask('POST', 'invites/accept', { token: String(link).split('/').at(-1) });
  const { mine } = await mika.ask('GET', 'invites');
  await mika.ask('POST', `invites/${id}/confirm`, { accepterId: (mine as InviteView).accepter?.id });
  await mika.ask('PATCH', 'couple', { circumstances: ['children', 'long-together'] });
}

/** What only a real year leaves: proven addresses, and accounts that are as old as what was said in them. */
export async function backdate({ mika, noor }: Couple, begun: Date): Promise<void> {
  await asSystem(async (db) => {
    const userId = { in: [mika.userId, noor.userId] };
    await db.account.updateMany({ where: { userId }, data: { emailVerifiedAt: begun } });
    await db.user.updateMany({ where: { id: userId }, data: { createdAt: begun } });
    await db.member.updateMany({ where: { userId: mika.userId }, data: { joinedAt: begun } });
    await db.couple.updateMany({ where: { id: mika.coupleId }, data: { createdAt: begun } });
  });
}
