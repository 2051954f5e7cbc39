import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as account from '#app/api/account/route';
import { DELETE, OPTIONS, PATCH, PUT } from '#app/api/auth/[...nextauth]/route';
import { sessionCookieName, sessionLifetime } from '#lib/auth/identity';
import { moveClock, now } from '#lib/clock';
import { setEnv } from '#lib/env';
import { holdSockets } from '#lib/events/publish';
import { call } from '#lib/http/call';
import {
  askAuth,
  fromAnywhere,
  goodPassword,
  newAddress,
  newcomer,
  personOf,
  signIn,
  signUp,
  useMailFolder,
  watchSockets,
} from '#lib/testing/accounts';
import { asSystem } from '#lib/transaction';

beforeAll(() => void useMailFolder());
afterEach(() => {
  holdSockets(undefined);
  moveClock();
  setEnv({ PUBLIC_URL: 'http://localhost:3000' });
});

const signOut = async (cookie: string) => {
  const csrf = await askAuth('csrf', { cookie });
  const all = [cookie, ...Object.entries(csrf.cookies).map(([name, value]) => `${name}=${value}`)].join('; ');
  return askAuth('signout', { method: 'POST', cookie: all, body: { csrfToken: csrf.body.csrfToken, json: 'true' } });
};

describe('signing in', () => {
  test('gives a cookie that opens the account, and says the device in words', async () => {
    const email = newAddress();
    await signUp({ email });
    const answer = await signIn(email);
    expect(answer.status).toBe(200);
    const person = await personOf(answer);
    expect((await call(person, account.GET, 'GET')).body).toMatchObject({ email, isEmailProven: false });
    const session = await asSystem((db) => db.session.findUniqueOrThrow({ where: { id: person.sessionId } }));
    expect(session.device).toBe('Firefox · Android');
    expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(sessionLifetime * 1000);
  });

  test('tells the browser language and zone', async () => {
    const email = newAddress();
    await signUp({ email, locale: 'es', timeZone: 'America/Bogota' });
    expect((await signIn(email)).cookies).toMatchObject({ locale: 'es', timeZone: 'America%2FBogota' });
  });

  test('answers a wrong password and an unknown address alike', async () => {
    const { email } = await newcomer();
    const [wrong, unknown, noAddress] = [
      await signIn(email, 'a wrong password'),
      await signIn(newAddress(), 'a wrong password'),
      await signIn('no address at all', 'a wrong password'),
    ];
    for (const answer of [wrong, unknown, noAddress]) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({
        error: { code: 'unauthenticated', message: expect.any(String), requestId: expect.any(String) },
      });
      expect([...answer.headers]).toEqual([...wrong.headers]);
      expect(answer.cookies).toEqual({});
    }
  });

  test('anew in the same browser ends the session before', async () => {
    const before = await newcomer();
    const seen = watchSockets();
    const after = await personOf(await signIn(before.email, before.password, { cookie: before.cookie }));
    expect(after.userId).toBe(before.userId);
    expect((await call(before, account.GET, 'GET')).status).toBe(401);
    expect(seen.cut).toEqual([`session:${before.sessionId}`]);
  });

  test('twice at once gives two sessions', async () => {
    const { email } = await newcomer();
    const people = await Promise.all([signIn(email), signIn(email)].map(async (answer) => personOf(await answer)));
    expect(new Set(people.map(({ sessionId }) => sessionId)).size).toBe(2);
  });

  test.each([
    [{}, { email: 'required', password: 'required' }],
    [{ email: 'a@b.test' }, { password: 'required' }],
    [
      { email: 7, password: {} },
      { email: 'invalid', password: 'invalid' },
    ],
    [
      { email: 'x'.repeat(300), password: 'x'.repeat(2000) },
      { email: 'too_long', password: 'too_long' },
    ],
  ])('with %j names the fields', async (fields, problems) => {
    const csrf = await askAuth('csrf');
    const cookie = Object.entries(csrf.cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const body = { ...fields, csrfToken: csrf.body.csrfToken, json: 'true' };
    const answer = await askAuth('callback/credentials', { method: 'POST', cookie, body, headers: fromAnywhere() });
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'invalid', fields: problems } } });
  });

  test('without the token against forgery, or from another site, is refused', async () => {
    const { email, password } = await newcomer();
    const body = { email, password, json: 'true' };
    expect((await askAuth('callback/credentials', { method: 'POST', body })).status).toBe(403);
    expect(
      (await askAuth('callback/credentials', { method: 'POST', body: { ...body, csrfToken: 'made up' } })).status,
    ).toBe(403);
    const headers = { ...fromAnywhere(), origin: 'https://elsewhere.test' };
    expect((await signIn(email, password, { headers })).body).toMatchObject({ error: { code: 'foreign_origin' } });
  });

  test('ten wrong ones at an address from one place, then no more for a while; nobody learns whether its owner came', async () => {
    const [known, here, elsewhere] = [await newcomer(), fromAnywhere(), fromAnywhere()];
    for (const email of [known.email, newAddress()]) {
      for (const count of Array(10).keys()) {
        // Its owner comes in between, there and elsewhere.
        const owner = count === 4 && email === known.email ? [here, elsewhere] : [];
        for (const headers of owner) expect((await signIn(email, goodPassword, { headers })).status).toBe(200);
        expect((await signIn(email, 'a wrong password', { headers: here })).status).toBe(401);
      }
      const refused = await signIn(email, 'a wrong password', { headers: here });
      expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too_many' } } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await signIn(known.email, goodPassword, { headers: elsewhere })).status).toBe(200);
  });

  test('a hundred wrong ones at an address from all places, then no more', async () => {
    for (const email of [(await newcomer()).email, newAddress()]) {
      await asSystem((db) => db.rateLimit.deleteMany());
      expect((await signIn(email, 'a wrong password')).status).toBe(401);
      await asSystem((db) =>
        db.rateLimit.updateMany({ where: { key: { startsWith: 'signInAt:' } }, data: { points: 99 } }),
      );
      expect((await signIn(email, 'a wrong password')).status).toBe(401);
      expect((await signIn(email, 'a wrong password')).status).toBe(429);
    }
  });

  describe('in a browser that signed in to the account before', () => {
    const wrong = 'a wrong password';
    const lockOut = async (email: string, headers: Record<string, string>) => {
      for (const _ of Array(10)) await signIn(email, wrong, { headers });
      expect((await signIn(email, goodPassword, { headers })).status).toBe(429);
    };
    const knownTo = (answer: Awaited<ReturnType<typeof signIn>>) => `nearer-known=${answer.cookies['nearer-known']}`;

    test('goes on where others tried too often, by a count of its own', async () => {
      const [{ email }, headers] = [await newcomer(), fromAnywhere()];
      const first = await signIn(email, goodPassword, { headers });
      const line = first.headers.getSetCookie().find((one) => one.startsWith('nearer-known='));
      expect(line).toMatch(/; Path=\/api\/auth; Max-Age=31536000; HttpOnly; SameSite=Lax$/);
      expect(line).not.toContain(email);
      const cookie = knownTo(first);
      await lockOut(email, headers);
      for (const _ of Array(10)) expect((await signIn(email, wrong, { headers, cookie })).status).toBe(401);
      expect((await signIn(email, goodPassword, { headers, cookie })).status).toBe(429);
    });

    test('signs in as often as one likes', async () => {
      const [{ email }, headers] = [await newcomer(), fromAnywhere()];
      let cookie = knownTo(await signIn(email, goodPassword, { headers }));
      await lockOut(email, headers);
      for (const _ of Array(12)) {
        const answer = await signIn(email, goodPassword, { headers, cookie });
        expect(answer.status).toBe(200);
        cookie = knownTo(answer);
      }
    });

    test('of a household, knows each of them', async () => {
      const [mika, noor, headers] = [await newcomer(), await newcomer(), fromAnywhere()];
      const cookie = knownTo(await signIn(mika.email, goodPassword, { headers }));
      const both = knownTo(await signIn(noor.email, goodPassword, { headers, cookie }));
      for (const { email } of [mika, noor]) {
        await lockOut(email, headers);
        expect((await signIn(email, goodPassword, { headers, cookie: both })).status).toBe(200);
      }
    });

    test('opens that account alone: it is no help to guess at another of the same address', async () => {
      const [{ email }, headers] = [await newcomer(), fromAnywhere()];
      await signUp({ email, password: 'somebody else altogether' }, headers);
      const cookie = knownTo(await signIn(email, 'somebody else altogether', { headers }));
      await lockOut(email, headers);
      const right = await signIn(email, goodPassword, { headers, cookie });
      const other = await signIn(email, wrong, { headers, cookie });
      expect([right.status, right.body.error]).toEqual([
        401,
        { ...(other.body.error as object), requestId: expect.any(String) },
      ]);
      expect((await signIn(email, 'somebody else altogether', { headers, cookie })).status).toBe(200);
    });

    test('cannot be made up, nor taken to another address', async () => {
      const [mika, noor, headers] = [await newcomer(), await newcomer(), fromAnywhere()];
      const cookie = knownTo(await signIn(noor.email, goodPassword, { headers }));
      await lockOut(mika.email, headers);
      for (const made of [
        cookie,
        `nearer-known=${mika.userId}.${'x'.repeat(43)}`,
        'nearer-known=~~.',
        'nearer-known=',
      ]) {
        expect((await signIn(mika.email, goodPassword, { headers, cookie: made })).status).toBe(429);
      }
    });
  });

  test.each(['\0', 'a\0b@nearer.test', 'a\u0007\u001b\u0085@nearer.test', '\ud800@nearer.test', 'a\nb@nearer.test'])(
    '%j for an address is a wrong one like any',
    async (email) => {
      expect(await signIn(email)).toMatchObject({ status: 401, body: { error: { code: 'unauthenticated' } } });
    },
  );

  test('a control character behind an address is not overlooked', async () => {
    const { email } = await newcomer();
    expect((await signIn(`${email}\0`)).status).toBe(401);
  });

  test('a hundred attempts from one place, then no more', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.8' };
    await asSystem((db) => db.rateLimit.updateMany({ data: { points: 0 } }));
    const first = await signIn(newAddress(), 'a wrong password', { headers });
    expect(first.status).toBe(401);
    await asSystem((db) =>
      db.rateLimit.updateMany({ where: { key: { startsWith: 'signInFrom' }, points: 1 }, data: { points: 100 } }),
    );
    expect((await signIn(newAddress(), 'a wrong password', { headers })).status).toBe(429);
  });

  test.each([true, false])('success wipes nothing away, whether the address is proven or not: %s', async (isProven) => {
    const [{ email, userId }, headers] = [await newcomer(), fromAnywhere()];
    if (isProven) {
      await asSystem((db) => db.account.updateMany({ where: { userId }, data: { emailVerifiedAt: now() } }));
    }
    for (const count of Array(10).keys()) {
      expect((await signIn(email, 'a wrong password', { headers })).status).toBe(401);
      if (count < 9) expect((await signIn(email, goodPassword, { headers })).status).toBe(200);
    }
    expect((await signIn(email, goodPassword, { headers })).status).toBe(429);
  });

  test.each(Object.entries({ PUT, PATCH, DELETE, OPTIONS }))('%s is refused in our shape', async (method, refuse) => {
    const response = await refuse(new Request('http://nearer.test/api/auth/csrf', { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(await response.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
  });
});

describe('signing out', () => {
  test('ends the session, cuts its sockets and clears the cookie', async () => {
    const person = await newcomer();
    const elsewhere = await personOf(await signIn(person.email));
    const seen = watchSockets();
    const answer = await signOut(person.cookie);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toMatch(/session-token=;/);
    expect(seen.cut).toEqual([`session:${person.sessionId}`]);
    expect((await call(person, account.GET, 'GET')).status).toBe(401);
    expect((await call(elsewhere, account.GET, 'GET')).status).toBe(200);
  });

  test('twice, or signed out, is well', async () => {
    const person = await newcomer();
    expect((await signOut(person.cookie)).status).toBe(200);
    expect((await signOut(person.cookie)).status).toBe(200);
    expect((await signOut('')).status).toBe(200);
  });
});

describe('a session', () => {
  test('exposes nothing but that there is one', async () => {
    const person = await newcomer();
    expect((await askAuth('session', { cookie: person.cookie })).body).toEqual({ expires: expect.any(String) });
  });

  test('that has ended is none, and its cookie goes', async () => {
    const person = await newcomer();
    await asSystem((db) => db.session.delete({ where: { id: person.sessionId } }));
    const answer = await askAuth('session', { cookie: person.cookie });
    expect(answer.body).toEqual({});
    expect(answer.cookies[sessionCookieName()]).toBe('');
  });

  test('runs out', async () => {
    const person = await newcomer();
    moveClock(new Date(now().getTime() + sessionLifetime * 1000 + 1000));
    expect((await call(person, account.GET, 'GET')).status).toBe(401);
  });

  test('cannot be forged', async () => {
    const person = await newcomer();
    for (const cookie of [`${person.cookie}x`, `${sessionCookieName()}=x`, `${sessionCookieName()}=`]) {
      expect((await call({ ...person, cookie }, account.GET, 'GET')).status).toBe(401);
    }
  });
});

describe('under any address', () => {
  test.each([
    ['http://localhost:3000', 'localhost:3000', {}],
    ['http://192.168.1.5:3000', '192.168.1.5:3000', {}],
    ['http://192.168.1.5:3000', 'localhost:3000', {}],
    // A proxy that keeps the host, one that says it beside its own name for us, and one that says nothing.
    ['https://nearer.example', 'nearer.example', { 'x-forwarded-proto': 'https' }],
    ['https://nearer.example', 'nearer.example', { host: 'app:3000', 'x-forwarded-host': 'nearer.example' }],
    ['https://nearer.example', 'nearer.example', { host: 'app:3000' }],
  ])('PUBLIC_URL %s, opened as %s %j', async (publicUrl, host, byProxy) => {
    setEnv({ PUBLIC_URL: publicUrl });
    const isSecure = publicUrl.startsWith('https');
    const origin = `${isSecure ? 'https' : 'http'}://${host}`;
    const headers: Record<string, string> = { ...fromAnywhere(), host, origin, ...byProxy };
    const email = newAddress();
    expect((await signUp({ email }, headers)).status).toBe(201);
    const answer = await signIn(email, goodPassword, { headers });
    expect(answer.status).toBe(200);
    if (headers.host === host || headers['x-forwarded-host']) {
      expect(new URL(String(answer.body.url)).origin).toBe(origin);
    }
    const lines = answer.headers.getSetCookie();
    expect(lines.find((line) => line.startsWith(`${sessionCookieName()}=`))).toMatch(/HttpOnly.*SameSite=Lax/);
    expect(lines.every((line) => line.includes('Secure') === isSecure)).toBe(true);
    expect((await call(await personOf(answer), account.GET, 'GET')).status).toBe(200);
  });
});

test('what is not needed is closed', async () => {
  expect((await askAuth('_log', { method: 'POST', body: { level: 'error', code: 'x' } })).status).toBe(404);
  expect((await askAuth('verify-request')).status).toBe(404);
  expect((await askAuth('callback/credentials')).status).toBe(404);
  expect((await askAuth('callback/google', { method: 'POST', body: {} })).status).toBe(404);
});

test.each([
  ['{"email":', 400],
  [[], 422],
  ['x'.repeat(1_000_000), 413],
])('a malformed body is said in our shape', async (body, status) => {
  const answer = await askAuth('callback/credentials', { method: 'POST', body, headers: fromAnywhere() });
  expect(answer).toMatchObject({ status, body: { error: { requestId: expect.any(String) } } });
});

test('a made-up address to go back to leads nowhere else', async () => {
  const cookie = 'next-auth.callback-url=not%20an%20address';
  expect((await askAuth('csrf', { cookie })).status).toBe(200);
  const csrf = await askAuth('csrf');
  const own = Object.entries(csrf.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const body = { csrfToken: csrf.body.csrfToken, callbackUrl: 'https://elsewhere.test/', json: 'true' };
  const answer = await askAuth('signout', { method: 'POST', cookie: own, body });
  expect(new URL(String(answer.body.url)).host).toBe('nearer.test');
});
