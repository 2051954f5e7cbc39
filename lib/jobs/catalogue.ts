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
  /** Opens the surprises whose time has come. Every minute, and at every start. */
  'reveal-surprises': z.object({}),
  /** Delivers what was shared and whose time has come. Every minute, and at every start. */
  'deliver-sharings': z.object({}),
  /** Gives the thanks whose time has come. Every minute, and at every start. */
  'give-thanks': z.object({}),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.output<(typeof jobs)[Name]>;

/**
 * Minute, hour, day, month, weekday in UTC. Nothing is filled in that was missed while nothing ran: each looks at all
 * there is. A key makes it one job, however many minutes or starts ask for it.
 */
export const crontab = `
23 * * * * clean ?max=3
41 3 * * * rewrap-vault-keys ?max=3
* * * * * reveal-surprises ?max=3&jobKey=reveal-surprises
* * * * * deliver-sharings ?max=3&jobKey=deliver-sharings
* * * * * give-thanks ?max=3&jobKey=give-thanks
`;

export const workerSchema = 'graphile_worker';
