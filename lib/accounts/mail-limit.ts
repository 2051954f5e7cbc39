import type { MailPurpose } from '#lib/generated/prisma/client';
import { isWithinAttempts } from '#lib/http/limit';

/**
 * Counts a mail to an address, and says whether there were not too many. Nobody who asks is told, and it takes the same
 * time, since it would tell that somebody uses the address. A link to choose a password is counted apart: as long as no
 * more of them are mailed, the last ones still work.
 * @param by who has it mailed: where they ask from, or as whom
 */
export async function isWithinMails(purpose: MailPurpose, email: string, by: string): Promise<boolean> {
  const isWithin = await isWithinAttempts('mail', purpose, email, by);
  // Who had too many has used up what is theirs, not what is left for all.
  return (await isWithinAttempts('mailAt', purpose, email, ...(isWithin ? [] : [by]))) && isWithin;
}
