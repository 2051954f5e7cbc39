import { z } from 'zod';
import type { Time } from '#lib/clock';
import { depths, intents, reactionKinds, topics } from '#lib/prompts/kinds';
import { findQuestion } from '#lib/prompts/library';
import { text } from '#lib/text';

export const person = z.enum(['mika', 'noor']);
export type Who = z.output<typeof person>;

/** A time of the day, by the demo's clocks. */
export const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .transform((time) => time as Time);

/** Counted from the day on which the year is played: -1 is yesterday. */
export const dayOffset = z.int().min(-365).max(60);

/** Somebody does something at a time that is over. */
export const deed = { by: person, day: dayOffset.max(-1), at: clockTime };

/** The reveal that something came from, as year.json has it. */
export const origin = z.strictObject({ day: dayOffset, question: z.string() });
export type Origin = z.output<typeof origin>;

/** A time of the entry's day, or of a later one: `21:40`, `+1 07:10`. */
export const at = z.string().regex(/^(?:\+\d{1,2} )?(?:[01]\d|2[0-3]):[0-5]\d$/);

const answer = z.strictObject({ at, text: text() });

const act = z.union([
  z.strictObject({ by: person, at, reaction: z.enum(reactionKinds) }),
  z.strictObject({ by: person, at, response: z.enum(intents), text: text() }),
  z.strictObject({ by: person, at, withdraws: z.literal('answer') }),
]);

/** `day` counts from the day on which the year is played: -1 is yesterday. */
const common = {
  day: z.int().min(-370).max(0),
  mika: answer.optional(),
  noor: answer.optional(),
  /** Who has said that they are ready for a deep one; whoever answers has. */
  ready: z.array(person).optional(),
  /** What came after the reveal. */
  after: z.array(act).optional(),
};

const asked = z.strictObject({ by: person, at });
const contentId = z.string().refine((id) => findQuestion(id) !== undefined);
const ownWords = z.strictObject({ words: text(280), topic: z.enum(topics), depth: z.enum(depths) });

/** A question and all that came of it: the day's own, or where `asked` stands, one that somebody put. */
const entry = z.union([
  z.strictObject({ ...common, question: contentId, asked: asked.optional() }),
  z.strictObject({ ...common, own: ownWords, asked }),
]);
export type Entry = z.output<typeof entry>;

/** content/demo/year.json, the oldest first. */
export const year = z.array(entry).nonempty();
