import { hashSecret } from '#lib/secret';

/** What is kept of the secret in a feed's address. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return hashSecret('calendar', token);
}
