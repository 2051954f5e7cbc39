import { findMailLink } from '#lib/accounts/mail-tokens';
import { composeMail } from '#lib/accounts/mails';
import type { JobPayload } from '#lib/jobs/catalogue';
import { log } from '#lib/log';
import { isRefusedForGood, sendMail } from '#lib/mail';

/** Mails a link. A token that has run out, was dropped or is for an address nobody has sends nothing. */
export async function sendMailLink({ ticket }: JobPayload<'send-mail-link'>): Promise<void> {
  const found = await findMailLink(ticket);
  if (!found) return;
  const { email, ...about } = found;
  try {
    await sendMail({ to: email, ...composeMail(about) });
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    log.warn({ kind: about.kind }, 'mail refused for good');
  }
}
