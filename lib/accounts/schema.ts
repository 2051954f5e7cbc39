import { z } from 'zod';
import { normalizeEmail } from '#lib/auth/email';
import { givenPassword } from '#lib/auth/schema';
import { isTimeZone, toTimeZone } from '#lib/clock';
import { locales } from '#lib/i18n/locales';
import { line } from '#lib/text';

// Loose on purpose: what a mail server takes is its own affair, and the mail proves it. No blanks, no
// control or separating characters, so that nothing but one address can stand here.
const addressPattern = /^[^\s@<>()[\]\\,;:"\p{Cc}\p{Cs}\p{Cf}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}\p{Cs}\p{Cf}]+$/u;

export const email = z.string().min(1).max(254).trim().regex(addressPattern).transform(normalizeEmail);

/** A password that is chosen now: long, and otherwise as one likes. */
export const newPassword = z.string().min(10).max(200);

const name = line(60);
const locale = z.enum(locales);
const timeZone = z.string().max(64).refine(isTimeZone).transform(toTimeZone);

export const signUpBody = z.strictObject({ name, email, password: newPassword, locale, timeZone });

export const accountChanges = z
  .strictObject({ name, locale, timeZone, showsPresence: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0);

export const passwordChange = z.strictObject({ current: givenPassword, password: newPassword });
export const addressChange = z.strictObject({ password: givenPassword, email });
export const accountDeletion = z.strictObject({ password: givenPassword });

export const resetRequest = z.strictObject({ email });
/** `userId` only where several unproven accounts stand at the address. */
export const resetBody = z.strictObject({ password: newPassword, userId: z.uuid().optional() });

export const tokenParams = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) });
export const sessionParams = z.strictObject({ id: z.uuid() });
