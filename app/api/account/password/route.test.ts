import { afterEach, beforeAll, expect, test } from 'vitest';
import * as email from '#app/api/account/email/route';
import * as password from '#app/api/account/password/route';
import * as account from '#app/api/account/route';
import * as confirmation from '#app/api/address-confirmations/[token]/route';
import { holdSockets } from '#lib/events/publish';
import { call } from '#lib/http/call';
import { mailsTo, newAddress, newcomer, personOf, signIn, useMailFolder, watchSockets } from '#lib/testing/accounts';
import type { Person } from '#lib/testing/people';

beforeAll(() => void useMailFolder());
afterEach(() => holdSockets(undefined));

const next = 'another long password';
const change = (person: Person | null, body: unknown) => call(person, password.PUT, 'PUT', { body });

test('the new one counts from now on, and the other sessions end', async () => {
  const mika = await newcomer();
  const elsewhere = await personOf(await signIn(mika.email));
  const seen = watchSockets();
  expect((await change(mika, { current: mika.password, password: next })).status).toBe(204);
  expect((await call(mika, account.GET, 'GET')).status).toBe(200);
  expect((await call(elsewhere, account.GET, 'GET')).status).toBe(401);
  expect(seen.cut).toEqual([`session:${elsewhere.sessionId}`]);
  expect((await signIn(mika.email)).status).toBe(401);
  expect((await signIn(mika.email, next)).status).toBe(200);
});

test('the old one is asked for, beside its field', async () => {
  const mika = await newcomer();
  expect(await change(mika, { current: 'not the one', password: next })).toMatchObject({
    status: 422,
    body: { error: { code: 'wrong_password', fields: { current: 'wrong' } } },
  });
  expect((await signIn(mika.email)).status).toBe(200);
});

test('ten wrong ones, then no more for a while', async () => {
  const mika = await newcomer();
  for (const _ of Array(10)) await change(mika, { current: 'not the one', password: next });
  expect((await change(mika, { current: mika.password, password: next })).status).toBe(429);
});

test('signed out, or with a session that has ended, nothing is changed', async () => {
  const mika = await newcomer();
  const elsewhere = await personOf(await signIn(mika.email));
  await change(mika, { current: mika.password, password: next });
  expect((await change(elsewhere, { current: next, password: 'one more password' })).status).toBe(401);
  expect((await change(null, { current: next, password: 'one more password' })).status).toBe(401);
});

test('of two at once one wins', async () => {
  const mika = await newcomer();
  const answers = await Promise.all(
    ['first of two passwords', 'second of two passwords'].map((one) =>
      change(mika, { current: mika.password, password: one }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
});

test('one that another account at the address has is refused, and counts as a guess', async () => {
  const mika = await newcomer();
  const other = await newcomer({ email: mika.email, password: next });
  expect((await change(mika, { current: mika.password, password: next })).status).toBe(409);
  expect((await call(other, account.GET, 'GET')).status).toBe(200);
  for (const _ of Array(9)) await change(mika, { current: mika.password, password: mika.password });
  expect((await change(mika, { current: mika.password, password: next })).status).toBe(429);
  // Another's guesses do not lock the other out.
  expect((await signIn(mika.email, next)).status).toBe(200);
});

test('drops a change of address under way', async () => {
  const mika = await newcomer();
  const address = newAddress();
  await call(mika, email.PUT, 'PUT', { body: { password: mika.password, email: address } });
  const [mail] = await mailsTo(address);
  await change(mika, { current: mika.password, password: next });
  expect((await call(null, confirmation.PUT, 'PUT', { params: { token: mail?.token ?? '' } })).status).toBe(410);
  expect((await signIn(mika.email, next)).status).toBe(200);
});

test.each([
  [{}, { current: 'required', password: 'required' }],
  [{ current: 'x', password: 'short' }, { password: 'too_short' }],
  [{ current: 'x', password: 'x'.repeat(201) }, { password: 'too_long' }],
  [{ current: 'x', password: next, userId: 'x' }, { userId: 'unknown' }],
])('%j is refused by field', async (body, fields) => {
  const mika = await newcomer();
  expect(await change(mika, body)).toMatchObject({ status: 422, body: { error: { fields } } });
});
