import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test, vi } from 'vitest';
import { composeMail, type MailKind } from '#lib/accounts/mails';
import { setEnv } from '#lib/env';
import { type Locale, locales } from '#lib/i18n/locales';
import { log } from '#lib/log';
import { isRefusedForGood, sendMail } from '#lib/mail';
import { useMailFolder } from '#lib/testing/accounts';

const link = 'http://localhost:3000/reset/a-token';
const kinds: MailKind[] = ['reset', 'confirm', 'change'];

afterEach(() => {
  delete process.env.SMTP_URL;
  setEnv({});
});

/** A mail server that takes what it gets, or says no in these words. */
async function startMailServer(refusal?: { responseCode: number }) {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refusal ? Object.assign(new Error('no'), refusal) : null),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  setEnv({ SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
  return { received, stop: () => new Promise<void>((resolve) => server.close(resolve)) };
}

const mail = (kind: MailKind = 'reset', locale: Locale = 'en') => ({
  to: 'mika@nearer.test',
  ...composeMail({ kind, locale, link }),
});

test.each(locales.flatMap((locale) => kinds.map((kind) => [locale, kind] as const)))(
  'in %s, a mail to %s',
  (locale, kind) => {
    const { subject, text, html } = composeMail({ kind, locale, link: 'http://x.test/?a=1&b="<i>' });
    expect(subject).not.toMatch(/[{}\n]|mail\./);
    expect(text).toContain('http://x.test/?a=1&b="<i>');
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).not.toContain('<i>');
    expect(html).toContain('href="http://x.test/?a=1&#38;b=&#34;&#60;i&#62;"');
  },
);

test('without a mail server it is a file that only the owner reads, and the link is printed', async () => {
  const folder = useMailFolder();
  chmodSync(folder, 0o700);
  const said = vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(log, 'isLevelEnabled').mockReturnValue(true);
  await sendMail(mail('confirm', 'es'));
  await sendMail(mail('confirm', 'es'));
  const files = readdirSync(join(folder, 'mail'));
  expect(files).toHaveLength(2);
  const file = join(folder, 'mail', files[0] ?? '');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'mail')).mode & 0o777).toBe(0o700);
  const parsed = await simpleParser(readFileSync(file));
  expect(parsed).toMatchObject({ subject: '¿Es tuya esta dirección?', to: { text: 'mika@nearer.test' } });
  expect(parsed.from?.text).toContain('nearer@localhost');
  expect(said).toHaveBeenCalledWith(`A letter to confirm an address: ${link}`);
  expect(JSON.stringify(said.mock.calls)).not.toContain('mika@nearer.test');
});

test('with a mail server it goes there, and nothing of it into the log', async () => {
  const server = await startMailServer();
  const said = vi.spyOn(console, 'log');
  vi.spyOn(log, 'isLevelEnabled').mockReturnValue(true);
  await sendMail(mail());
  await server.stop();
  expect(server.received).toHaveLength(1);
  const [got] = server.received;
  expect(got?.subject).toBe('Choose a new password for Nearer');
  expect(got?.text).toContain(link);
  expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(said).not.toHaveBeenCalled();
});

test.each([
  [550, true],
  [450, false],
])('a mail server that answers %i', async (responseCode, isForGood) => {
  const server = await startMailServer({ responseCode });
  const error = await sendMail(mail()).catch((reason: unknown) => reason);
  await server.stop();
  expect(error).toBeInstanceOf(Error);
  expect(isRefusedForGood(error)).toBe(isForGood);
});

test('a mail server that is away is an error that can be tried again', async () => {
  setEnv({ SMTP_URL: 'smtp://127.0.0.1:9' });
  const error = await sendMail(mail()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isRefusedForGood(error)).toBe(false);
});
