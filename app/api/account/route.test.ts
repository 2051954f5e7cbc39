import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as account from '#app/api/account/route';
import * as welcome from '#app/api/account/welcome/route';
import { holdSockets } from '#lib/events/publish';
import { call } from '#lib/http/call';
import { goodPassword, newcomer, signIn, useMailFolder, watchSockets } from '#lib/testing/accounts';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';
import { asSystem } from '#lib/transaction';

beforeAll(() => void useMailFolder());
afterEach(() => holdSockets(undefined));

const get = (person: Person | null) => call(person, account.GET, 'GET');
const patch = (person: Person | null, body: unknown) => call(person, account.PATCH, 'PATCH', { body });
const remove = (person: Person | null, body: unknown) => call(person, account.DELETE, 'DELETE', { body });

test('signed out, nothing is shown or changed', async () => {
  for (const answer of [await get(null), await patch(null, { name: 'x' }), await remove(null, { password: 'x' })]) {
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } });
  }
});

describe('what one may change', () => {
  test('name, language, zone and presence', async () => {
    const [mika] = await createCouple();
    const changes = { name: 'Mikaela 🫶', locale: 'es', timeZone: 'Asia/Kathmandu', showsPresence: false };
    const answer = await patch(mika, changes);
    expect(answer).toMatchObject({ status: 200, body: { id: mika.userId, ...changes } });
    expect((await get(mika)).body).toEqual(answer.body);
    expect(answer.headers.getSetCookie().join()).toMatch(/locale=es.*timeZone=Asia%2FKathmandu/);
  });

  test('the zone is stored under its one name', async () => {
    const [mika] = await createCouple();
    expect((await patch(mika, { timeZone: 'europe/berlin' })).body).toMatchObject({ timeZone: 'Europe/Berlin' });
  });

  test('a new name is told to the partner, the rest is not', async () => {
    const [mika, noor] = await createCouple();
    const seen = watchSockets();
    await patch(mika, { locale: 'es' });
    await patch(mika, { name: mika.name });
    expect(seen.events).toEqual([]);
    await patch(mika, { name: 'Mikaela' });
    expect(seen.events).toEqual([{ seq: 1, name: 'couple.changed', actorId: mika.userId, subjectId: mika.userId }]);
    expect((await as(noor, async ({ member }) => member.partner))?.name).toBe('Mikaela');
    expect((await get(noor)).body).toMatchObject({ name: 'Noor', locale: 'en' });
  });

  test('presence makes one’s own sockets come anew', async () => {
    const [mika] = await createCouple();
    const seen = watchSockets();
    await patch(mika, { showsPresence: false });
    expect(seen).toMatchObject({ cut: [`user:${mika.userId}`], events: [] });
  });

  test('at once by several requests is in the end one of them', async () => {
    const mika = await createPerson();
    const names = ['A', 'B', 'C', 'D'];
    const answers = await Promise.all(names.map((name) => patch(mika, { name })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(names).toContain((await get(mika)).body.name);
  });

  test.each([
    [{}, 'body', 'invalid'],
    [{ name: '' }, 'name', 'required'],
    [{ name: null }, 'name', 'invalid'],
    [{ name: 'a\u0007b' }, 'name', 'invalid'],
    [{ locale: 'xx' }, 'locale', 'invalid'],
    [{ timeZone: '+02:00' }, 'timeZone', 'invalid'],
    [{ showsPresence: 'yes' }, 'showsPresence', 'invalid'],
    [{ email: 'a@b.test' }, 'email', 'unknown'],
    [{ welcomedAt: null }, 'welcomedAt', 'unknown'],
  ])('but not %j', async (body, field, problem) => {
    const mika = await createPerson();
    expect(await patch(mika, body)).toMatchObject({ status: 422, body: { error: { fields: { [field]: problem } } } });
  });
});

test('having read what the partner sees is noted once', async () => {
  const mika = await createPerson();
  const put = () => call(mika, welcome.PUT, 'PUT');
  expect((await get(mika)).body.welcomedAt).toBeNull();
  expect((await put()).status).toBe(204);
  const { welcomedAt } = (await get(mika)).body;
  await put();
  expect((await get(mika)).body.welcomedAt).toBe(welcomedAt);
  expect((await call(null, welcome.PUT, 'PUT')).status).toBe(401);
});

describe('deleting the account', () => {
  test('wants the password, and limits the tries', async () => {
    const mika = await newcomer();
    for (const _ of Array(10)) {
      expect(await remove(mika, { password: 'a wrong one' })).toMatchObject({
        status: 422,
        body: { error: { code: 'wrong_password', fields: { password: 'wrong' } } },
      });
    }
    expect((await remove(mika, { password: goodPassword })).status).toBe(429);
    expect((await get(mika)).status).toBe(200);
  });

  test('alone, removes all there was', async () => {
    const mika = await newcomer();
    expect((await remove(mika, { password: mika.password })).status).toBe(204);
    const left = await asSystem(async (db) => [
      await db.user.count({ where: { id: mika.userId } }),
      await db.account.count({ where: { email: mika.email } }),
      await db.session.count({ where: { userId: mika.userId } }),
      await db.couple.count({ where: { id: mika.coupleId } }),
      await db.vaultKey.count({ where: { OR: [{ userId: mika.userId }, { coupleId: mika.coupleId }] } }),
      await db.mailToken.count({ where: { email: mika.email } }),
    ]);
    expect(left).toEqual([0, 0, 0, 0, 0, 0]);
    expect((await get(mika)).status).toBe(401);
    expect((await signIn(mika.email)).status).toBe(401);
  });

  test('tells the partner, who stays, and cuts the sockets', async () => {
    const noor = await newcomer({ name: 'Noor' });
    const mika = await createPerson({ name: 'Mika' }, noor);
    const seen = watchSockets();
    expect((await remove(noor, { password: noor.password })).status).toBe(204);
    expect(seen.events).toEqual([{ seq: 1, name: 'member.left', actorId: null, subjectId: null }]);
    expect(seen.cut).toEqual([`user:${noor.userId}`]);
    expect(await as(mika, async ({ member }) => member.partner)).toBeNull();
  });

  test('twice at once happens once', async () => {
    const mika = await newcomer();
    const answers = await Promise.all([1, 2].map(() => remove(mika, { password: mika.password })));
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      [204, 204],
      [204, 401],
    ]).toContainEqual(statuses);
    expect((await remove(mika, { password: mika.password })).status).toBe(401);
  });

  test('leaves other accounts at the same address alone', async () => {
    const mika = await newcomer();
    const other = await newcomer({ email: mika.email, password: 'another password here' });
    await remove(mika, { password: mika.password });
    expect((await get(other)).status).toBe(200);
    expect(await asSystem((db) => db.mailToken.count({ where: { userId: other.userId } }))).toBe(1);
  });
});
