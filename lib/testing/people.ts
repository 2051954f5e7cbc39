import { randomUUID } from 'node:crypto';
import { makeToken, sessionCookieName, sessionLifetime } from '#lib/auth/identity';
import { now } from '#lib/clock';
import { asSystem, type Scope, transaction } from '#lib/transaction';
import { createVaultKey } from '#lib/vault';

/** Somebody signed in, for tests and the bench. */
export type Person = { userId: string; sessionId: string; coupleId: string; name: string; cookie: string };

type Options = { name?: string; timeZone?: string; locale?: string };

/** Makes a person with a session; alone in a couple of their own, or as the second of another's. */
export async function createPerson(options: Options = {}, partner?: Person): Promise<Person> {
  const [userId, sessionId] = [randomUUID(), randomUUID()];
  const coupleId = partner?.coupleId ?? randomUUID();
  const { name = 'Mika', timeZone = 'Europe/Madrid', locale = 'en' } = options;
  await asSystem(async (db) => {
    await db.user.create({ data: { id: userId, name } });
    await db.account.create({
      data: { userId, email: `${userId}@nearer.test`, passwordHash: new Uint8Array(32), locale, timeZone },
    });
    if (!partner) {
      await db.couple.create({ data: { id: coupleId, timeZone } });
      await createVaultKey(db, { coupleId });
    }
    await db.member.create({ data: { userId, coupleId, slot: partner ? 2 : 1 } });
    await createVaultKey(db, { userId });
    await db.session.create({
      data: { id: sessionId, userId, expiresAt: new Date(now().getTime() + sessionLifetime * 1000), device: 'test' },
    });
  });
  return {
    userId,
    sessionId,
    coupleId,
    name,
    cookie: `${sessionCookieName()}=${await makeToken({ userId, sessionId })}`,
  };
}

/** Makes two people who are a couple. */
export async function createCouple(first: Options = {}, second: Options = {}): Promise<[Person, Person]> {
  const one = await createPerson({ name: 'Mika', ...first });
  return [one, await createPerson({ name: 'Noor', ...second }, one)];
}

/** Reads or writes as a person, as a route would. */
export function as<T>(person: Person, work: (scope: Scope) => Promise<T>): Promise<T> {
  return transaction(person, work);
}

/** Somebody deletes their account. */
export async function leave({ userId }: Person): Promise<void> {
  await asSystem((db) => db.$queryRaw`SELECT * FROM app.delete_account(${userId}::uuid)`);
}
