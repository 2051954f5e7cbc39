import { z } from 'zod';
import { at, clockTime, dayOffset, deed } from '#lib/demo/schema';
import { text } from '#lib/text';
import { longestFondness, longestThanks, longestThanksAnswer, thanksWays } from '#lib/thanks/kinds';

/** What the other did with it. Without one it is still to be opened today. */
const reply = z.union([
  z.strictObject({ at, answer: text(longestThanksAnswer) }),
  z.strictObject({ at, does: z.enum(['receives', 'puts away']) }),
]);
export type DemoReply = z.output<typeof reply>;

const written = {
  ...deed,
  did: text(longestThanks),
  says: text(longestThanks).optional(),
  was: text(longestThanks).optional(),
  way: z.enum(thanksWays).optional(),
};
const time = z.strictObject({ day: dayOffset, time: clockTime });

const thanks = z.strictObject({
  ...written,
  /** At a time; without it, at once. */
  gives: time.optional(),
  /** When its giver had shown it. */
  shown: at.optional(),
  reply: reply.optional(),
});
export type DemoThanks = z.output<typeof thanks>;

const loved = z.strictObject({
  ...deed,
  text: text(longestFondness),
  given: z.strictObject({ day: dayOffset.max(-1), at: clockTime, reply: reply.optional() }).optional(),
});

/** content/demo/thanks.json */
export const thanksYear = z.strictObject({
  thanks: z.array(thanks),
  /** Those that wait today. */
  kept: z.array(z.strictObject({ ...written, gives: z.union([z.enum(['talk', 'kept']), time]) })),
  loved: z.array(loved),
});
export type ThanksYear = z.output<typeof thanksYear>;
