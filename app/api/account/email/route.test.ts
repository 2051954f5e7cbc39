import { beforeAll, expect, test } from 'vitest';
import * as email from '#app/api/account/email/route';
import * as account from '#app/api/account/route';
import * as confirmation from '#app/api/address-confirmations/[token]/route';
import * as confirmations from '#app/api/address-confirmations/route';
import * as resets from '#app/api/password-resets/route';
import { call } from '#lib/http/call';
import { fromAnywhere, mailsTo, newAddress, newcomer, signIn, signUp, useMailFolder } from '#lib/testing/accounts';
import type { Person } from '#lib/testing/people';

beforeAll(() => void useMailFolder());

const change = (person: Person | null, body: unknown) => call(person, email.PUT, 'PUT', { body });
const confirm = (token = '') => call(null, confirmation.PUT, 'PUT', { params: { token } });

test('the address changes when its link is confirmed, not before', async () => {
  const mika = await newcomer({ locale: 'es' });
  const address = newAddress();
  expect((await change(mika, { password: mika.password, email: address })).status).toBe(204);
  expect((await call(mika, account.GET, 'GET')).body).toMatchObject({ email: mika.email, isEmailProven: false });
  expect((await signIn(address)).status).toBe(401);

  const [mail] = await mailsTo(address);
  expect(mail?.subject).toBe('¿Usar esta dirección en Nearer?');
  expect(await confirm(mail?.token)).toMatchObject({ status: 200, body: { email: address } });
  expect((await call(mika, account.GET, 'GET')).body).toMatchObject({ email: address, isEmailProven: true });
  expect((await signIn(address)).status).toBe(200);
  expect((await signIn(mika.email)).status).toBe(401);
  expect((await confirm(mail?.token)).status).toBe(410);
});

test('the answer does not tell whether somebody has the address', async () => {
  const [mika, known] = [await newcomer(), await newcomer()];
  const [proof] = await mailsTo(known.email);
  await confirm(proof?.token);
  const [forKnown, forUnknown] = [
    await change(mika, { password: mika.password, email: known.email }),
    await change(mika, { password: mika.password, email: newAddress() }),
  ];
  expect([forKnown.status, forKnown.body, [...forKnown.headers]]).toEqual([
    forUnknown.status,
    forUnknown.body,
    [...forUnknown.headers],
  ]);
});

test('where the address was proven by another account, its owner is told when confirming', async () => {
  const [mika, known] = [await newcomer(), await newcomer()];
  const [proof] = await mailsTo(known.email);
  expect((await confirm(proof?.token)).status).toBe(200);
  await change(mika, { password: mika.password, email: known.email });
  const mail = (await mailsTo(known.email)).at(-1);
  expect(await confirm(mail?.token)).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
  expect((await call(mika, account.GET, 'GET')).body).toMatchObject({ email: mika.email });
});

test('a second change takes the place of the first', async () => {
  const mika = await newcomer();
  const [first, second] = [newAddress(), newAddress()];
  await change(mika, { password: mika.password, email: first });
  const [mail] = await mailsTo(first);
  await change(mika, { password: mika.password, email: second });
  expect((await confirm(mail?.token)).status).toBe(410);
  expect((await confirm((await mailsTo(second))[0]?.token)).status).toBe(200);
});

test('to the same address proves it', async () => {
  const mika = await newcomer();
  await change(mika, { password: mika.password, email: mika.email.toUpperCase() });
  expect((await confirm((await mailsTo(mika.email)).at(-1)?.token)).status).toBe(200);
  expect((await call(mika, account.GET, 'GET')).body).toMatchObject({ email: mika.email, isEmailProven: true });
});

test('a link to choose a password that went to the old address is of no use for the account afterwards', async () => {
  const mika = await newcomer();
  await call(null, resets.POST, 'POST', { body: { email: mika.email }, headers: fromAnywhere() });
  const reset = (await mailsTo(mika.email)).at(-1);
  const address = newAddress();
  await change(mika, { password: mika.password, email: address });
  await confirm((await mailsTo(address))[0]?.token);
  const { PUT } = await import('#app/api/password-resets/[token]/route');
  const body = { password: 'taken over by somebody' };
  expect((await call(null, PUT, 'PUT', { params: { token: reset?.token ?? '' }, body })).status).toBe(410);
});

test('wants the password, a session and an address', async () => {
  const mika = await newcomer();
  const good = { password: mika.password, email: newAddress() };
  expect((await change(null, good)).status).toBe(401);
  expect(await change(mika, { ...good, password: 'not the one' })).toMatchObject({
    status: 422,
    body: { error: { code: 'wrong_password', fields: { password: 'wrong' } } },
  });
  expect(await change(mika, { ...good, email: 'nobody' })).toMatchObject({
    body: { error: { fields: { email: 'invalid' } } },
  });
  expect(await change(mika, {})).toMatchObject({
    body: { error: { fields: { email: 'required', password: 'required' } } },
  });
});

test('an account has five mails sent in an hour, to whatever address, then no more', async () => {
  const mika = await newcomer();
  const again = (email: string) => change(mika, { password: mika.password, email });
  for (const _ of Array(5)) expect((await again(newAddress())).status).toBe(204);
  expect((await again(newAddress())).status).toBe(429);
  expect((await call(mika, confirmations.POST, 'POST')).status).toBe(429);
});

test('whether others had mails sent to the address is not told', async () => {
  const [mika, address] = [await newcomer(), newAddress()];
  for (const _ of Array(22)) await signUp({ email: address });
  expect((await change(mika, { password: mika.password, email: address })).status).toBe(204);
  expect((await mailsTo(address)).length).toBeLessThanOrEqual(20);
});
