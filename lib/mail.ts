import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { env } from '#lib/env';
import { tell } from '#lib/log';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  link: string;
  /** What it is for, in words for whoever runs the server. */
  purpose: string;
};

/** How long a mail server may take for each step, in milliseconds. */
const patience = 20_000;

const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * Sends a mail over SMTP_URL. Without it, writes it to DATA_DIR/mail as an `.eml` file and prints its link,
 * so that a server at home works without a mail server: the one place where a link is shown.
 */
export async function sendMail({ link, purpose, ...mail }: Mail): Promise<void> {
  const message = { from: env.MAIL_FROM, headers, ...mail };
  if (env.SMTP_URL) {
    const times = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
    await createTransport({ url: env.SMTP_URL, ...times }).sendMail(message);
    return;
  }
  const { message: content } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  const folder = join(env.DATA_DIR, 'mail');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`);
  await writeFile(file, content as Buffer, { mode: 0o600, flag: 'wx' });
  tell(`A letter ${purpose}: ${link}`);
}

/** Whether a mail server said no for good: to such an address, trying again is of no use. */
export function isRefusedForGood(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 550 && code < 560;
}
