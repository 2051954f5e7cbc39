import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { signUpBody } from '#lib/accounts/schema';
import { createSession } from '#lib/accounts/sessions';
import { signUp } from '#lib/accounts/sign-up';
import { makeToken, sessionCookieName } from '#lib/auth/identity';
import type { Who } from '#lib/demo/schema';
import type { RouteHandler } from '#lib/http/route';
import { call, type Person } from '#lib/testing/people';
// biome-ignore lint/style/noRestrictedImports: signing in and looking for accounts come before membership; this file alone of the demo does so.
import { asSystem, transaction } from '#lib/transaction';

/** Where the demo's two live: this machine's zone, so that their evenings are its evenings. */
export const demoTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const demoPassword = 'two cups of tea';
export const demoEmails: Record<Who, string> = { mika: 'mika@nearer.test', noor: 'noor@nearer.test' };

export type Couple = Record<Who, Person>;

const api = join(import.meta.dirname, '..', '..', 'app', 'api');

/**
 * Asks the API as one of the two: the route's own function, by its folder below app/api, as lib/http/dispatch.ts finds it.
 * @throws where it refuses: the demo then asks for what nobody could have done
 */
export async function ask(
  person: Person,
  method: 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  folder: string,
  { params, body }: { params?: Record<string, string>; body?: unknown } = {},
): Promise<Record<string, unknown>> {
  const methods: Record<string, RouteHandler> = await import(pathToFileURL(join(api, folder, 'route.ts')).href);
  const handler = methods[method];
  if (!handler) throw new Error(`The demo finds no ${method} in ${folder}`);
  const answer = await call(person, handler, method, { params, body });
  if (answer.status >= 400) throw new Error(`The demo's ${method} ${folder} was answered with ${answer.status}`);
  return answer.body;
}

/** Whether nobody has an account here. */
export async function isEmpty(): Promise<boolean> {
  return (await asSystem((db) => db.account.findFirst({ select: { userId: true } }))) === null;
}

async function makePerson(name: string, email: string): Promise<Person> {
  // No mail: nobody reads it at these addresses.
  const fields = signUpBody.parse({ name, email, password: demoPassword, locale: 'en', timeZone: demoTimeZone });
  await signUp({ ...fields, mayMail: false });
  const identity = await asSystem(async (db) => {
    const { userId } = await db.account.findFirstOrThrow({ where: { email } });
    return createSession(db, userId, '');
  });
  const { coupleId } = await transaction(identity, async ({ member }) => member);
  return { ...identity, coupleId, name, cookie: `${sessionCookieName()}=${await makeToken(identity)}` };
}

/** Signs the two up. Their sessions last from the real today, so that they reach over the whole year. */
export async function signUpBoth(): Promise<Couple> {
  return { mika: await makePerson('Mika', demoEmails.mika), noor: await makePerson('Noor', demoEmails.noor) };
}

/** Mika invites, Noor accepts, Mika says yes. */
export async function linkBoth({ mika, noor }: Couple): Promise<void> {
  const id = randomUUID();
  const { link } = await ask(mika, 'POST', 'invites', { body: { id } });
  await ask(noor, 'POST', 'invites/accept', { body: { token: String(link).split('/').at(-1) } });
  await ask(mika, 'POST', 'invites/[id]/confirm', { params: { id } });
  await ask(mika, 'PATCH', 'couple', { body: { circumstances: ['children', 'long-together'] } });
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
