import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { addressesOf, findMail, linkOf } from './mail';
import { button, link, type Person } from './person';
import { findFreePort } from './server';
import { expect, test } from './test';
import { say, wordsIn } from './words';

const refused = /^response: POST \/api\/auth\/callback\/credentials 401$/;
/** What a page of a session that has ended may still ask. */
const ended = /^response: GET \/api\/events 401$/;
const newPassword = 'another long sentence, just as good';

/** Asks for a new password from the sign-in page, as somebody who forgot theirs. */
async function forget({ page, email, title }: Person): Promise<void> {
  await link(page, say('accounts.signIn.forgot')).click();
  await expect(title).toHaveText(say('accounts.forgot.title'));
  await page.getByLabel(say('accounts.email'), { exact: true }).fill(email);
  await button(page, say('accounts.forgot.submit')).click();
  await expect(page.getByText(say('accounts.forgot.sent', { email }))).toBeFocused();
}

async function chooseNew(person: Person): Promise<void> {
  const { page, email } = person;
  await person.arrive(say('accounts.reset.title'));
  await expect(page.getByText(say('accounts.reset.lead', { email }))).toBeVisible();
  await page.getByLabel(say('accounts.newPassword'), { exact: true }).fill(newPassword);
  await button(page, say('accounts.reset.submit')).click();
  await expect(page).toHaveURL('/today');
}

test('signs out, and in again with the right password only', async ({ begin }) => {
  const noor = await begin('Noor');
  noor.watch.expect(refused, ended);
  await noor.visit('/settings');
  await button(noor.page, say('settings.signIn.signOut')).click();
  await expect(noor.page).toHaveURL('/');
  await noor.page.goto('/settings');
  await expect(noor.page).toHaveURL('/sign-in');

  await noor.fillSignIn('not this sentence');
  await expect(noor.page.getByRole('alert').filter({ hasText: say('accounts.signIn.refused') })).toBeFocused();
  await expect(noor.page.getByLabel(say('accounts.email'), { exact: true })).toHaveValue(noor.email);
  await noor.fillSignIn();
  await expect(noor.page).toHaveURL('/today');
  await expect(noor.question).toBeVisible();
});

test('a form sent before the page listens puts nothing into the address', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel(say('accounts.email'), { exact: true }).fill('noor@nearer.test');
  await page.getByLabel(say('accounts.password'), { exact: true }).fill(newPassword);
  const sent = page.waitForRequest((request) => request.isNavigationRequest());
  await button(page, say('accounts.signIn.submit')).click();
  expect(new URL((await sent).url()).search).toBe('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('accounts.signIn.title'));
  await expect(page).toHaveURL('/sign-in');
  await context.close();
});

test('says beside the field what a form wants', async ({ open }) => {
  const noor = await open('Noor');
  await noor.visit('/sign-up');
  const name = noor.page.getByLabel(say('accounts.signUp.name'));
  const email = noor.page.getByLabel(say('accounts.email'), { exact: true });
  const password = noor.page.getByLabel(say('accounts.password'), { exact: true });
  await email.fill('noor');
  await password.fill('short');
  await button(noor.page, say('accounts.signUp.submit')).click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(new RegExp(say('errors.fields.required')));
  await expect(email).toHaveAccessibleDescription(say('errors.fields.email'));
  await expect(password).toHaveAccessibleDescription(new RegExp(say('accounts.passwordShort')));
  await expect(email).toHaveValue('noor');
  await expect(noor.page).toHaveURL('/sign-up');
});

test('gets back in by a mailed link, once, and is signed out everywhere else', async ({ begin, open, server }) => {
  const noor = await begin('Noor');
  await noor.visit('/today');
  const other = await open('Noor', { email: noor.email });
  other.watch.expect(refused);
  await other.visit('/sign-in');
  await forget(other);
  const address = linkOf(await findMail(server, noor.email, say('mail.reset.subject')));
  expect(server.readLog()).toContain(address);
  await other.page.goto(address);
  await chooseNew(other);
  noor.watch.expect(refused, ended);
  await expect(noor.page).toHaveURL('/sign-in');

  await noor.visit(address);
  await expect(noor.title).toHaveText(say('accounts.expired.title'));
  await expect(link(noor.page, say('accounts.expired.resetAction'))).toBeVisible();
  await noor.visit('/sign-in');
  await noor.fillSignIn();
  await expect(noor.main.getByText(say('accounts.signIn.refused'))).toBeVisible();
  await noor.fillSignIn(newPassword);
  await expect(noor.page).toHaveURL('/today');
});

test('an address that nobody has is told the same, and gets no mail', async ({ open, server }) => {
  const nobody = await open('Nobody');
  await nobody.visit('/sign-in');
  await forget(nobody);
  const before = server.listMails().length;
  const noor = await open('Noor');
  await noor.begin();
  await findMail(server, noor.email, say('mail.confirm.subject'));
  expect(server.listMails().length).toBe(before + 1);
});

test('mails go over SMTP where there is a server for them', async ({ begin, open, server }) => {
  const noor = await begin('Noor');
  await findMail(server, noor.email, say('mail.confirm.subject'));
  const written = server.listMails().length;
  const sent: Buffer[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        sent.push(Buffer.concat(parts));
        done();
      });
    },
  });
  const port = await findFreePort();
  smtp.listen(port, '127.0.0.1');
  await server.restart({ env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Nearer <post@nearer.test>' } });

  const other = await open('Noor', { email: noor.email });
  await other.visit('/sign-in');
  await forget(other);
  await expect.poll(() => sent.length).toBe(1);
  const mail = await simpleParser(sent[0] ?? '');
  expect(mail.subject).toBe(say('mail.reset.subject'));
  expect(mail.from?.text).toBe('"Nearer" <post@nearer.test>');
  expect(addressesOf(mail)).toEqual([noor.email]);
  expect(server.listMails().length).toBe(written);
  expect(server.readLog()).not.toContain(linkOf(mail));
  await other.page.goto(linkOf(mail));
  await chooseNew(other);
  await other.page.close();
  await server.restart();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

test('proves an address, and changes it by the link that goes to the new one', async ({ begin, server }) => {
  const noor = await begin('Noor');
  noor.watch.expect(refused);
  const old = noor.email;
  await noor.visit('/settings');
  await expect(noor.main.getByText(say('settings.signIn.unproven'))).toBeVisible();
  await noor.visit(linkOf(await findMail(server, old, say('mail.confirm.subject'))));
  await button(noor.page, say('accounts.confirm.submit')).click();
  await expect(noor.title).toHaveText(say('accounts.confirm.doneTitle'));
  await noor.visit('/settings');
  await expect(noor.main.getByText(say('settings.signIn.proven'))).toBeVisible();

  const next = `new.${old}`;
  await noor.visit('/settings/address');
  await noor.page.getByLabel(say('settings.address.email')).fill(next);
  await noor.page.getByLabel(say('settings.address.password')).fill(noor.password);
  await button(noor.page, say('settings.address.submit')).click();
  await expect(noor.main.getByText(say('settings.address.sent', { email: next }))).toBeVisible();
  await noor.visit(linkOf(await findMail(server, next, say('mail.change.subject'))));
  await button(noor.page, say('accounts.confirm.changeSubmit')).click();
  await expect(noor.main.getByText(say('accounts.confirm.done', { email: next }))).toBeVisible();

  await noor.context.clearCookies();
  await noor.visit('/sign-in');
  await noor.fillSignIn();
  await expect(noor.main.getByText(say('accounts.signIn.refused'))).toBeVisible();
  noor.email = next;
  await noor.fillSignIn();
  await expect(noor.page).toHaveURL('/today');
});

test('changes the password, and the other sessions end', async ({ begin, open }) => {
  const noor = await begin('Noor');
  const other = await open('Noor', { email: noor.email });
  other.password = noor.password;
  await other.signIn();
  await other.visit('/today');
  other.watch.expect(ended);
  noor.watch.expect(/^response: PUT \/api\/account\/password 4\d\d$/);

  await noor.visit('/settings/password');
  const current = noor.page.getByLabel(say('settings.password.current'));
  await current.fill('not this sentence');
  await noor.page.getByLabel(say('accounts.newPassword'), { exact: true }).fill(newPassword);
  await button(noor.page, say('settings.password.submit')).click();
  await expect(current).toBeFocused();
  await expect(current).toHaveAccessibleDescription(say('errors.fields.wrong'));
  await current.fill(noor.password);
  await button(noor.page, say('settings.password.submit')).click();
  await expect(noor.page.getByText(say('settings.password.done')).filter({ visible: true }).first()).toBeVisible();
  await expect(other.page).toHaveURL('/sign-in');
  await expect(noor.page).toHaveURL('/settings');
});

test('ends another session, and that browser is signed out at once', async ({ begin, open }) => {
  const noor = await begin('Noor');
  const other = await open('Noor', { email: noor.email });
  other.password = noor.password;
  await other.signIn();
  await other.visit('/today');
  other.watch.expect(ended);

  await noor.visit('/settings/sessions');
  const sessions = noor.page.getByRole('main').getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await expect(sessions.first()).toContainText(say('settings.sessions.current'));
  await sessions.last().getByRole('button').click();
  await expect(other.page).toHaveURL('/sign-in');
  await expect(noor.main.getByText(say('settings.sessions.alone'))).toBeVisible();
  expect((await other.context.request.get('/api/account')).status()).toBe(401);
  await noor.visit('/today');
  await expect(noor.question).toBeVisible();
});

test('a new name is seen by the partner at once', async ({ couple: [noor, sam] }) => {
  await sam.visit('/today');
  await noor.visit('/settings');
  await expect(sam.presenceOf(noor)).toBeVisible();
  await noor.page.getByLabel(say('settings.you.name'), { exact: true }).fill('Noora 🌙');
  await button(noor.page, say('settings.save')).click();
  await expect(sam.page.getByText(say('shell.here', { name: 'Noora 🌙' })).filter({ visible: true })).toBeVisible();
});

test('speaks Spanish once it is asked to, also after signing in anew', async ({ begin }) => {
  const noor = await begin('Noor');
  noor.watch.expect(ended);
  const es = wordsIn('es');
  await noor.visit('/settings');
  await noor.page.getByLabel(say('settings.you.language')).selectOption('es');
  await expect(noor.title).toHaveText(es('settings.title'));
  await expect(noor.page.locator('html')).toHaveAttribute('lang', 'es');
  await button(noor.page, es('settings.signIn.signOut')).click();
  await expect(noor.title).toHaveText(es('landing.title'));

  await noor.context.clearCookies();
  await noor.visit('/sign-in');
  await noor.fillSignIn();
  await expect(noor.main.getByText(es('today.question'), { exact: true })).toBeVisible();
  await expect(button(noor.page, es('prompts.answer.share'))).toBeVisible();
});

test('keeps the light that is chosen, whatever the device says', async ({ begin }) => {
  const noor = await begin('Noor');
  await noor.visit('/settings');
  const root = noor.page.locator('html');
  for (const theme of ['dark', 'light'] as const) {
    await noor.main.getByText(say(`settings.you.themes.${theme}`), { exact: true }).click();
    await expect(root).toHaveCSS('color-scheme', theme);
    await noor.page.reload();
    await expect(noor.page.getByRole('radio', { name: say(`settings.you.themes.${theme}`) })).toBeChecked();
    await expect(root).toHaveCSS('color-scheme', theme);
  }
});

test('deletes the account for good, and the partner is told', async ({ couple: [noor, sam] }) => {
  noor.watch.expect(refused, /^response: DELETE \/api\/account 4\d\d$/, ended);
  await sam.visit('/today');
  await noor.visit('/settings/delete');
  await expect(sam.presenceOf(noor)).toBeVisible();
  await expect(noor.main.getByText(say('settings.delete.told', { partner: 'Sam' }))).toBeVisible();
  const password = noor.page.getByLabel(say('settings.delete.password'));
  await password.fill('not this sentence');
  await button(noor.page, say('settings.delete.submit')).click();
  await expect(password).toBeFocused();
  await password.fill(noor.password);
  await button(noor.page, say('settings.delete.submit')).click();
  await expect(noor.page).toHaveURL('/');

  await expect(sam.page.getByText(say('events.member.left', { name: 'Noor' })).first()).toBeVisible();
  await expect(sam.presenceOf(noor)).toBeHidden();
  await expect(sam.page.getByRole('heading', { name: say('invites.card.none.title') })).toBeVisible();
  await noor.page.goto('/today');
  await expect(noor.page).toHaveURL('/sign-in');
  await noor.fillSignIn();
  await expect(noor.main.getByText(say('accounts.signIn.refused'))).toBeVisible();
});
