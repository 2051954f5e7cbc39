import { z } from 'zod';

/**
 * Every job by name, with the payload it takes. A payload says which row, never a word, a name or an address:
 * the queue's table is readable to whoever reads the database.
 */
export const jobs = {
  /** Mails the link of a mail token; the ticket is what its secret is computed from (lib/accounts/mail-tokens.ts). */
  'send-mail-link': z.strictObject({ ticket: z.string().regex(/^[\w-]{43}$/) }),
  /** Removes what has run out. Hourly. */
  clean: z.object({}),
  /** Wraps the vault's data keys with the newest master key. Daily, and at every start. */
  'rewrap-vault-keys': z.object({}),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.output<(typeof jobs)[Name]>;

/** Minute, hour, day, month, weekday in UTC. */
export const crontab = `
23 * * * * clean ?max=3
41 3 * * * rewrap-vault-keys ?max=3
`;

export const workerSchema = 'graphile_worker';
