import { expect } from '@playwright/test';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { TestServer } from './server';

/** Waits for a mail to somebody that has such a subject, as the server wrote it into its folder. */
export async function findMail(server: TestServer, to: string, subject: string): Promise<ParsedMail> {
  let found: ParsedMail | undefined;
  await expect
    .poll(async () => {
      const mails = await Promise.all(server.listMails().map((mail) => simpleParser(mail)));
      found = mails.findLast((mail) => mail.subject === subject && addressesOf(mail).includes(to));
      return found?.subject;
    })
    .toBe(subject);
  return found as ParsedMail;
}

export function addressesOf({ to }: ParsedMail): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}

/** The one link of a mail, the same in its text and its page. */
export function linkOf({ text = '', html }: ParsedMail): string {
  const [address = ''] = text.match(/https?:\/\/\S+/) ?? [];
  expect(address).not.toBe('');
  expect(html).toContain(address);
  return address;
}
