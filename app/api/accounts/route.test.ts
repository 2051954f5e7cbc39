import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as account from '#app/api/account/route';
import { call } from '#lib/http/call';
import {
  fromAnywhere,
  goodPassword,
  mailsTo,
  newAddress,
  newcomer,
  personOf,
  signIn,
  signUp,
  useMailFolder,
} from '#lib/testing/accounts';
import { asSystem } from '#lib/transaction';

beforeAll(() => void useMailFolder());
afterEach(() => expect.hasAssertions());

const countAccounts = (email: string) => asSystem((db) => db.account.count({ where: { email } }));

describe('signing up', () => {
  test('makes a person, a couple of one and their keys, and the person can sign in', async () => {
    const email = newAddress();
    const answer = await signUp({ email, name: 'Noor', locale: 'es', timeZone: 'America/Bogota' });
    expect(answer).toMatchObject({ status: 201, body: {} });
    const person = await personOf(await signIn(email));
    const rows = await asSystem(async (db) => ({
      account: await db.account.findUniqueOrThrow({ where: { userId: person.userId }, include: { user: true } }),
      couple: await db.couple.findUniqueOrThrow({ where: { id: person.coupleId }, include: { members: true } }),
      keys: await db.vaultKey.count({ where: { OR: [{ userId: person.userId }, { coupleId: person.coupleId }] } }),
    }));
    expect(rows.account).toMatchObject({ email, locale: 'es', timeZone: 'America/Bogota', emailVerifiedAt: null });
    expect(rows.account.user.name).toBe('Noor');
    expect(rows.couple).toMatchObject({ timeZone: 'America/Bogota', members: [{ slot: 1 }] });
    expect(rows.keys).toBe(2);
  });

  test('mails a link in the language that was chosen', async () => {
    const email = newAddress();
    await signUp({ email, locale: 'es' });
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('¿Es tuya esta dirección?');
    expect(mail?.link).toMatch(/^http:\/\/localhost:3000\/confirm\/[\w-]{43}$/);
  });

  test('writes the address in one form', async () => {
    const email = newAddress();
    await signUp({ email: `  ${email.toUpperCase()} ` });
    expect((await signIn(email.replace('nearer', 'NEARER'))).status).toBe(200);
  });

  test('twice, and twice at once, is one account', async () => {
    const [email, other] = [newAddress(), newAddress()];
    await signUp({ email });
    await signUp({ email, name: 'Another name' });
    expect(await countAccounts(email)).toBe(1);
    expect((await personOf(await signIn(email))).name).toBe('Mika');

    const answers = await Promise.all([1, 2, 3, 4].map(() => signUp({ email: other })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await countAccounts(other)).toBe(1);
    expect(await mailsTo(other)).toHaveLength(1);
  });

  test('with an address that somebody has gives an account apart, and the answer does not tell', async () => {
    const known = await newcomer({ name: 'Mika' });
    const [forKnown, forUnknown] = [
      await signUp({ email: known.email, password: 'somebody else altogether', name: 'Imke' }),
      await signUp({ email: newAddress(), password: 'somebody else altogether', name: 'Imke' }),
    ];
    expect(forKnown.status).toBe(forUnknown.status);
    expect(forKnown.body).toEqual(forUnknown.body);
    expect([...forKnown.headers.keys()]).toEqual([...forUnknown.headers.keys()]);
    const stranger = await personOf(await signIn(known.email, 'somebody else altogether'));
    expect(stranger.userId).not.toBe(known.userId);
    expect(stranger.coupleId).not.toBe(known.coupleId);
    expect((await call(known, account.GET, 'GET')).body).toMatchObject({ name: 'Mika' });
  });

  test('goes on where too many mails went to the address, without one more', async () => {
    const email = newAddress();
    const headers = fromAnywhere();
    for (const count of Array(7).keys())
      await signUp({ email, password: `one password after another ${count}` }, headers);
    expect(await countAccounts(email)).toBe(7);
    expect(await mailsTo(email)).toHaveLength(5);
    // Others have what is left of twenty.
    await signUp({ email, password: 'one password from elsewhere' });
    expect(await mailsTo(email)).toHaveLength(6);
  });
});

describe('bad input', () => {
  test.each([
    ['no body', undefined, 415, undefined],
    ['a broken body', '{"name":', 400, undefined],
    ['a list', [], 422, { body: 'invalid' }],
    [
      'nothing in it',
      {},
      422,
      { name: 'required', email: 'required', password: 'required', locale: 'invalid', timeZone: 'required' },
    ],
    ['a megabyte', { name: 'x'.repeat(1_000_000) }, 413, undefined],
  ])('%s', async (_, body, status, fields) => {
    const { POST } = await import('#app/api/accounts/route');
    const answer = await call(null, POST, 'POST', { body, headers: fromAnywhere() });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { requestId: expect.any(String), ...(fields && { fields }) } });
    expect(JSON.stringify(answer.body)).not.toMatch(/\bat \/|node_modules|zod/i);
  });

  test.each([
    [{ name: '   ' }, 'name', 'required'],
    [{ name: 'a\u0000b' }, 'name', 'invalid'],
    [{ name: 'line\nbreak' }, 'name', 'invalid'],
    [{ name: 'turned \u202E around' }, 'name', 'invalid'],
    [{ name: '\ud800' }, 'name', 'invalid'],
    [{ name: 'x'.repeat(61) }, 'name', 'too_long'],
    [{ name: 7 }, 'name', 'invalid'],
    [{ email: 'nobody' }, 'email', 'invalid'],
    [{ email: 'a@b@c' }, 'email', 'invalid'],
    [{ email: 'a@b.test\r\nBcc: all@b.test' }, 'email', 'invalid'],
    [{ email: 'one@b.test, two@b.test' }, 'email', 'invalid'],
    [{ email: `${'x'.repeat(250)}@b.test` }, 'email', 'too_long'],
    [{ email: ['a@b.test'] }, 'email', 'invalid'],
    [{ password: 'too short' }, 'password', 'too_short'],
    [{ password: 'x'.repeat(201) }, 'password', 'too_long'],
    [{ locale: 'tlh' }, 'locale', 'invalid'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'invalid'],
    [{ isAdmin: true }, 'isAdmin', 'unknown'],
    [{ userId: 'mine' }, 'userId', 'unknown'],
  ])('%j', async (fields, field, problem) => {
    const answer = await signUp({ email: newAddress(), ...fields });
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'invalid', fields: { [field]: problem } } } });
  });

  test.each(['ليلى', 'שירה', 'Mika 🫶🏽', '小林', 'Zoë O’Neill-Łukasz', 'x'.repeat(60), '🧡'.repeat(60)])(
    'the name %s stands as it is',
    async (name) => {
      const person = await newcomer({ name });
      expect(person.name).toBe(name);
    },
  );

  test('passwords of any script stand as they are, however they are composed', async () => {
    const email = newAddress();
    await signUp({ email, password: 'contraseña \u0000 ключ 🔑' });
    expect((await signIn(email, 'contrasen\u0303a \u0000 ключ 🔑')).status).toBe(200);
    expect((await signIn(email, 'contrasena \u0000 ключ 🔑')).status).toBe(401);
  });

  test('another site cannot sign anybody up', async () => {
    const headers = { ...fromAnywhere(), origin: 'https://elsewhere.test' };
    expect(await signUp({ email: newAddress() }, headers)).toMatchObject({
      status: 403,
      body: { error: { code: 'foreign_origin' } },
    });
  });
});

test('one address signs up sixty in an hour, then no more', async () => {
  const headers = { 'x-forwarded-for': '192.0.2.7' };
  const email = newAddress();
  const statuses: number[] = [];
  for (let count = 0; count < 61; count += 1) statuses.push((await signUp({ email }, headers)).status);
  expect(statuses.slice(0, 60).every((status) => status === 201)).toBe(true);
  expect(statuses[60]).toBe(429);
});

test('a password is nowhere in the database as it was written', async () => {
  const email = newAddress();
  await signUp({ email });
  const account = await asSystem((db) => db.account.findFirstOrThrow({ where: { email } }));
  expect(account.passwordHash).toHaveLength(32);
  expect(Buffer.from(account.passwordHash).toString()).not.toContain(goodPassword);
});
