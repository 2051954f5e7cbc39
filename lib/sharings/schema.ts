import { z } from 'zod';
import type { Day, Time } from '#lib/clock';
import { hows, longestLine, longestReply, replyIntents } from '#lib/sharings/kinds';
import { text } from '#lib/text';

const day = z.iso
  .date()
  .regex(/^20/)
  .transform((value) => value as Day);
const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .transform((value) => value as Time);

export const sharingParams = z.strictObject({ id: z.uuid() });
export const answerParams = z.strictObject({ id: z.uuid(), answerId: z.uuid() });

const line = text(longestLine);

/** The shaped words, how they are meant to be read, and when they go by their author's own clock: without it in ten minutes. */
export const sharingBody = z.strictObject({
  how: z.enum(hows),
  words: z.strictObject({ when: line.optional(), felt: line, need: line.optional(), would: line.optional() }),
  at: z.strictObject({ day, time }).optional(),
});
export type SharingBody = z.output<typeof sharingBody>;

/** A sharing's sealed words. */
export const sealedWords = z.strictObject({
  when: z.string().optional(),
  felt: z.string(),
  need: z.string().optional(),
  would: z.string().optional(),
});

export const answerBody = z.strictObject({ intent: z.enum(replyIntents), text: text(longestReply) });
