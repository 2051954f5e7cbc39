import { z } from 'zod';

/** Letters of the short code: none that looks like another. */
export const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const codeLength = 8;

/** A code as it is compared: `abcd-efgh` and `ABCD EFGH` are the same. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** A code as it is shown and read aloud: `ABCD-EFGH`. */
export function formatCode(code: string): string {
  return `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;
}

/** A code as somebody types it. What could never be one is answered like any wrong one, so nothing is checked here. */
const code = z.string().trim().min(1).max(80);

/** The id is made by the browser, so that sending twice makes one invite. */
export const inviteBody = z.strictObject({ id: z.uuid() });
export const inviteParams = z.strictObject({ id: z.uuid() });
/** Who is meant: `accepter.id` of the invite's view. */
export const confirmBody = z.strictObject({ accepterId: z.string().min(1).max(100) });
export const findBody = z.strictObject({ code });
export const acceptBody = z.union([z.strictObject({ token: z.string().min(1).max(200) }), findBody]);
