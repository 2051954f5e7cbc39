import { z } from 'zod';
import type { Day, Time } from '#lib/clock';
import { text } from '#lib/text';
import { longestFondness, longestThanks, longestThanksAnswer, thanksWays } from '#lib/thanks/kinds';

const day = z.iso
  .date()
  .regex(/^20/)
  .transform((value) => value as Day);

const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .transform((value) => value as Time);

const way = z.enum(thanksWays);

export const thanksParams = z.strictObject({ id: z.uuid() });
export const fondnessParams = z.strictObject({ id: z.uuid() });

/**
 * A thank-you, and when it is given: now, by hand some day, in the next talk, or at a time by the giver's clock. The first
 * line is enough. The id is the client's.
 */
export const thanksBody = z.strictObject({
  did: text(longestThanks),
  says: text(longestThanks).optional(),
  was: text(longestThanks).optional(),
  way: way.optional(),
  give: z.union([z.enum(['now', 'kept', 'talk']), z.strictObject({ day, time })]),
});
export type ThanksBody = z.output<typeof thanksBody>;

export const thanksAnswerBody = z.strictObject({ text: text(longestThanksAnswer) });
/** How I show it, and whether I have. */
export const showingBody = z.strictObject({ way: way.nullable(), isShown: z.boolean() });
export const fondnessBody = z.strictObject({ text: text(longestFondness) });

/** The sealed body of a thank-you. */
export const sealedWords = z.strictObject({
  did: z.string(),
  says: z.string().optional(),
  was: z.string().optional(),
});
export type ThanksWords = z.output<typeof sealedWords>;

/** A place in the list of what was given: when, and which of that moment. */
const cursor = z
  .templateLiteral([z.iso.datetime({ precision: 3 }), '_', z.uuid()])
  .transform((value) => ({ givenAt: new Date(value.slice(0, 24)), id: value.slice(25) }))
  .refine(({ givenAt }) => givenAt.getUTCFullYear() >= 2000 && givenAt.getUTCFullYear() < 2100);

export const thanksQuery = z.strictObject({ before: cursor.optional() });
