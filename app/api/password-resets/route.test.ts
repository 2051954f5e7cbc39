import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as account from '#app/api/account/route';
import * as confirmation from '#app/api/address-confirmations/[token]/route';
import * as reset from '#app/api/password-resets/[token]/route';
import * as resets from '#app/api/password-resets/route';
import { findReset } from '#lib/accounts/password-change';
import { moveClock, now } from '#lib/clock';
import { holdSockets } from '#lib/events/publish';
import { call } from '#lib/http/call';
import {
  fromAnywhere,
  mailsTo,
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
});

const next = 'another long password';
const ask = (email: unknown, headers = fromAnywhere()) => call(null, resets.POST, 'POST', { body: { email }, headers });
const finish = (token: string | undefined, body: unknown) =>
  call(null, reset.PUT, 'PUT', { params: { token: token ?? '' }, body });
const mailedTo = async (email: string) => {
  await ask(email);
  return (await mailsTo(email)).at(-1);
};

describe('asking for a link', () => {
  test('is answered alike for a known and an unknown address, and mailed to the known alone', async () => {
    const [known, unknown] = [(await newcomer()).email, newAddress()];
    await mailsTo(known);
    const [forKnown, forUnknown] = [await ask(known), await ask(unknown)];
    expect(forKnown.status).toBe(204);
    expect([forKnown.status, forKnown.body, [...forKnown.headers]]).toEqual([
      forUnknown.status,
      forUnknown.body,
      [...forUnknown.headers],
    ]);
    expect((await mailsTo(known)).at(-1)?.subject).toBe('Choose a new password for Nearer');
    expect(await mailsTo(unknown)).toEqual([]);
    expect(await asSystem((db) => db.mailToken.count({ where: { email: unknown } }))).toBe(0);
  });

  test('does the same to the database before it answers', async () => {
    const [known, unknown] = [(await newcomer()).email, newAddress()];
    const count = (email: string) => asSystem((db) => db.mailToken.count({ where: { email, purpose: 'reset' } }));
    await Promise.all([ask(known), ask(unknown)]);
    expect([await count(known), await count(unknown)]).toEqual([1, 1]);
  });

  test('five times an hour from one place, then without a mail and without a word', async () => {
    const { email } = await newcomer();
    const before = (await mailsTo(email)).length;
    const headers = { ...fromAnywhere() };
    const answers = [];
    for (const _ of Array(7)) answers.push(await ask(email, headers));
    for (const { status, body, headers } of answers) {
      expect([status, body, [...headers]]).toEqual([204, {}, [...(answers[0]?.headers ?? [])]]);
    }
    expect(await mailsTo(email)).toHaveLength(before + 5);
    // Whoever lives there can still ask from elsewhere, and the links before work, too.
    const last = await mailedTo(email);
    expect(await mailsTo(email)).toHaveLength(before + 6);
    expect((await finish(last?.token, { password: next })).status).toBe(200);
  });

  test('twenty times an hour from all places, without a word', async () => {
    const { email } = await newcomer();
    const before = (await mailsTo(email)).length;
    for (const _ of Array(22)) expect((await ask(email)).status).toBe(204);
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(before + 20);
    expect((await finish(mails.at(-1)?.token, { password: next })).status).toBe(200);
  });

  test('an address that was just signed up with is asked for as often as any other', async () => {
    const headers = fromAnywhere();
    const email = newAddress();
    await signUp({ email }, headers);
    for (const _ of Array(8)) expect((await ask(email, headers)).status).toBe(204);
    expect(await mailsTo(email)).toHaveLength(1 + 5);
  });

  test('what is left undone is the same work', async () => {
    const [email, headers] = [newAddress(), fromAnywhere()];
    const count = () => asSystem((db) => db.mailToken.count({ where: { email } }));
    for (const times of [1, 2, 3, 4, 5, 6, 7]) {
      await ask(email, headers);
      expect(await count()).toBe(times);
    }
  });

  test('thirty times an hour from one place', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.9' };
    for (const _ of Array(30)) expect((await ask(newAddress(), headers)).status).toBe(204);
    expect((await ask(newAddress(), headers)).status).toBe(429);
  });

  test.each([[undefined], [''], ['nobody'], [7], ['a@b.test\nBcc: c@d.test']])('with %j is refused', async (email) => {
    expect(await ask(email)).toMatchObject({ status: 422, body: { error: { code: 'invalid' } } });
  });
});

describe('choosing a new password', () => {
  test('proves the address, ends all sessions, and the new one counts', async () => {
    const mika = await newcomer();
    const elsewhere = await personOf(await signIn(mika.email));
    const mail = await mailedTo(mika.email);
    const seen = watchSockets();
    expect(await finish(mail?.token, { password: next })).toMatchObject({ status: 200, body: { email: mika.email } });
    for (const one of [mika, elsewhere]) expect((await call(one, account.GET, 'GET')).status).toBe(401);
    expect(seen.cut.sort()).toEqual([mika, elsewhere].map(({ sessionId }) => `session:${sessionId}`).sort());
    expect((await signIn(mika.email)).status).toBe(401);
    const back = await personOf(await signIn(mika.email, next));
    expect((await call(back, account.GET, 'GET')).body).toMatchObject({ id: mika.userId, isEmailProven: true });
  });

  test('works once: of several at once exactly one wins', async () => {
    const mika = await newcomer();
    const mail = await mailedTo(mika.email);
    const tries = [1, 2, 3, 4, 5].map((count) => finish(mail?.token, { password: `${next} ${count}` }));
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
    const winner = answers.findIndex(({ status }) => status === 200) + 1;
    expect((await signIn(mika.email, `${next} ${winner}`)).status).toBe(200);
    expect(await finish(mail?.token, { password: next })).toMatchObject({
      status: 410,
      body: { error: { code: 'link_expired' } },
    });
  });

  test('makes the other links of the account useless', async () => {
    const mika = await newcomer();
    const first = await mailedTo(mika.email);
    const second = await mailedTo(mika.email);
    const proof = (await mailsTo(mika.email))[0];
    await finish(second?.token, { password: next });
    expect((await finish(first?.token, { password: 'somebody else chose this' })).status).toBe(410);
    expect((await call(null, confirmation.PUT, 'PUT', { params: { token: proof?.token ?? '' } })).status).toBe(410);
  });

  test('looking at the link names who can be chosen, and uses nothing up', async () => {
    const mika = await newcomer();
    const mail = await mailedTo(mika.email);
    const shown = { email: mika.email, accounts: [{ userId: mika.userId, name: 'Mika', createdAt: expect.any(Date) }] };
    expect(await findReset(mail?.token ?? '')).toEqual(shown);
    expect(await findReset(mail?.token ?? '')).toEqual(shown);
    await finish(mail?.token, { password: next });
    expect(await findReset(mail?.token ?? '')).toBeNull();
    expect(await findReset('made up')).toBeNull();
  });

  test('is possible for an hour', async () => {
    const mika = await newcomer();
    const mail = await mailedTo(mika.email);
    moveClock(new Date(now().getTime() + 3_601_000));
    expect((await finish(mail?.token, { password: next })).status).toBe(410);
  });

  test('asks which account where several unproven ones stand at the address, and keeps the link until it is said', async () => {
    const mika = await newcomer();
    const other = await newcomer({ email: mika.email, password: 'another password here', name: 'Noor' });
    const stranger = await newcomer();
    const mail = await mailedTo(mika.email);
    expect(await finish(mail?.token, { password: next })).toMatchObject({
      body: { error: { fields: { userId: 'required' } } },
    });
    expect(await finish(mail?.token, { password: next, userId: stranger.userId })).toMatchObject({
      status: 422,
      body: { error: { fields: { userId: 'invalid' } } },
    });
    expect((await finish(mail?.token, { password: next, userId: mika.userId })).status).toBe(200);
    expect((await personOf(await signIn(mika.email, next))).userId).toBe(mika.userId);
    expect((await call(other, account.GET, 'GET')).status).toBe(200);
    expect((await call(stranger, account.GET, 'GET')).status).toBe(200);

    // From now on the address is Mika's.
    const later = await mailedTo(mika.email);
    expect((await finish(later?.token, { password: `${next}!`, userId: other.userId })).status).toBe(422);
    expect((await finish(later?.token, { password: `${next}!` })).status).toBe(200);
    expect((await personOf(await signIn(mika.email, `${next}!`))).userId).toBe(mika.userId);
  });

  test('a link to prove an address does not set a password', async () => {
    const mika = await newcomer();
    const [proof] = await mailsTo(mika.email);
    expect((await finish(proof?.token, { password: next })).status).toBe(410);
  });

  test.each([
    [{}, 'password', 'required'],
    [{ password: 'short' }, 'password', 'too_short'],
    [{ password: next, userId: 'x' }, 'userId', 'invalid'],
    [{ password: next, email: 'x' }, 'email', 'unknown'],
  ])('%j is refused by field, and the link still works', async (body, field, problem) => {
    const mika = await newcomer();
    const mail = await mailedTo(mika.email);
    expect(await finish(mail?.token, body)).toMatchObject({
      status: 422,
      body: { error: { fields: { [field]: problem } } },
    });
    expect((await finish(mail?.token, { password: next })).status).toBe(200);
  });

  test('made-up links are nothing', async () => {
    expect((await finish('x'.repeat(43), { password: next })).status).toBe(410);
    expect((await finish('short', { password: next })).status).toBe(404);
  });
});

test('neither the queue nor the table holds a link, and the queue no address', async () => {
  const mika = await newcomer();
  await ask(mika.email);
  const rows = await asSystem(
    (db) => db.$queryRaw<{ payload: string }[]>`SELECT payload::text FROM graphile_worker._private_jobs`,
  );
  const queue = JSON.stringify(rows);
  const tokens = await asSystem((db) => db.mailToken.findMany({ where: { email: mika.email } }));
  const mails = await mailsTo(mika.email);
  expect(rows.length).toBeGreaterThan(0);
  expect(mails).toHaveLength(2);
  expect(queue).not.toContain(mika.email);
  for (const { token } of mails) {
    expect(queue).not.toContain(token);
    for (const { tokenHash } of tokens) expect(Buffer.from(tokenHash).toString('base64url')).not.toBe(token);
  }
});
