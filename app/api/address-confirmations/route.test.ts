import { beforeAll, expect, test } from 'vitest';
import * as account from '#app/api/account/route';
import * as confirmation from '#app/api/address-confirmations/[token]/route';
import * as confirmations from '#app/api/address-confirmations/route';
import { findConfirmation } from '#lib/accounts/address';
import { moveClock, now } from '#lib/clock';
import { call } from '#lib/http/call';
import { mailsTo, newcomer, useMailFolder } from '#lib/testing/accounts';

beforeAll(() => void useMailFolder());

const confirm = (token = '') => call(null, confirmation.PUT, 'PUT', { params: { token } });

test('a link proves the address, once, however many open it at once', async () => {
  const mika = await newcomer();
  const [mail] = await mailsTo(mika.email);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => confirm(mail?.token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
  expect((await call(mika, account.GET, 'GET')).body).toMatchObject({ isEmailProven: true });
});

test('of two accounts at an address one can prove it', async () => {
  const mika = await newcomer();
  const other = await newcomer({ email: mika.email, password: 'another password here' });
  const mails = await mailsTo(mika.email);
  const answers = await Promise.all(mails.map(({ token }) => confirm(token)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const proven = [mika, other].map(async (one) => (await call(one, account.GET, 'GET')).body.isEmailProven);
  expect((await Promise.all(proven)).sort()).toEqual([false, true]);
});

test('looking at a link says whose address it is, whether it changes, and whether it is taken, and uses nothing up', async () => {
  const mika = await newcomer();
  await newcomer({ email: mika.email, password: 'another password here' });
  const [first, second] = await mailsTo(mika.email);
  const shown = { email: mika.email, isChange: false, isTaken: false };
  expect(await findConfirmation(first?.token ?? '')).toEqual(shown);
  expect((await confirm(second?.token)).status).toBe(200);
  expect(await findConfirmation(first?.token ?? '')).toEqual({ ...shown, isTaken: true });
  expect(await findConfirmation(second?.token ?? '')).toBeNull();
});

test('can be mailed once more, as long as there is something to prove', async () => {
  const mika = await newcomer();
  const again = () => call(mika, confirmations.POST, 'POST');
  expect((await again()).status).toBe(204);
  const mails = await mailsTo(mika.email);
  expect(mails).toHaveLength(2);
  expect((await confirm(mails[1]?.token)).status).toBe(200);
  expect((await again()).status).toBe(204);
  expect(await mailsTo(mika.email)).toHaveLength(2);
  expect((await confirm(mails[0]?.token)).status).toBe(410);
  expect((await call(null, confirmations.POST, 'POST')).status).toBe(401);
});

test('runs out after seven days', async () => {
  const mika = await newcomer();
  const [mail] = await mailsTo(mika.email);
  moveClock(new Date(now().getTime() + 7 * 86_400_000 + 1000));
  expect((await confirm(mail?.token)).status).toBe(410);
  moveClock();
  expect((await confirm(mail?.token)).status).toBe(200);
});

test('made-up links are nothing', async () => {
  expect((await confirm('x'.repeat(43))).status).toBe(410);
  expect((await confirm('too short')).status).toBe(404);
  expect((await confirm('../../etc/passwd')).status).toBe(404);
});

test('a link to choose a password does not prove an address', async () => {
  const resets = await import('#app/api/password-resets/route');
  const mika = await newcomer();
  await call(null, resets.POST, 'POST', { body: { email: mika.email }, headers: { 'x-forwarded-for': 'x' } });
  expect((await confirm((await mailsTo(mika.email)).at(-1)?.token)).status).toBe(410);
});
