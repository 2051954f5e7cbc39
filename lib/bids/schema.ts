import { z } from 'zod';
import { bidKinds, longestBidLine } from '#lib/bids/kinds';
import type { Day, Time } from '#lib/clock';
import { line } from '#lib/text';

export const bidParams = z.strictObject({ id: z.uuid() });

/** Asks for something. The id is the client's. */
export const bidBody = z.strictObject({ kind: z.enum(bidKinds) });

/** A moment by the answerer's own clock. */
const when = z.strictObject({
  day: z.iso
    .date()
    .regex(/^20/)
    .transform((value) => value as Day),
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .transform((value) => value as Time),
});
export type BidWhen = z.output<typeof when>;

/** An honest answer. A "not now" says when, by a time, in words, or both. */
export const bidAnswerBody = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('now') }),
  z.strictObject({ answer: z.literal('at'), when }),
  z
    .strictObject({ answer: z.literal('cannot'), when: when.optional(), text: line(longestBidLine).optional() })
    .refine(({ when, text }) => when !== undefined || text !== undefined, { path: ['text'] }),
]);
