import { z } from 'zod';
import type { Prisma } from '#lib/generated/prisma/client';
import { forms } from '#lib/talks/kinds';

/** What a moment of a talk is; each asks for other words and other acts. */
export const phases = [
  /** Both say that they are able to listen. */
  'gather',
  /** One has the word for as long as it takes, then the other: thanks, what went right, an ask, a long round. */
  'turn',
  /** Both have had it: go on together, or once more. */
  'between',
  /** What shall it be about. */
  'choose',
  'speaking',
  'paraphrasing',
  /** Was that it. */
  'confirming',
  'summary',
  /** The deep level opens only if both are ready. */
  'consent',
  /** A question is read aloud, and both answer. */
  'question',
  /** Writing down, closing: nobody holds the floor. */
  'open',
  'ended',
] as const;
export type Phase = (typeof phases)[number];

/** One of the two, by the place in the couple. */
const slot = z.union([z.literal(0), z.literal(1)]);
export type Slot = z.output<typeof slot>;
const both = <T extends z.ZodType>(each: T) => z.tuple([each, each]);
/** Milliseconds since 1970. */
const time = z.number();

/**
 * Where a talk stands, as it is stored: ids and numbers, no words. What came later has a value for talks that were stored
 * without it.
 */
const state = z.object({
  form: z.enum(forms),
  phones: z.union([z.literal(1), z.literal(2)]),
  /** Whose device it is, on one. */
  host: slot.nullable(),
  /** Which of the form's steps, and since when. */
  step: z.number(),
  stepAt: time,
  phase: z.enum(phases),
  phaseAt: time,
  /** Grows when what is asked of the two changes. */
  moment: z.number(),
  /** Who has said yes to what this moment asks of both. */
  marks: both(z.boolean()),
  /** When the first of these was said. */
  markedAt: time.default(0),
  /** Who would like to end it here, and since when. */
  stopsAt: both(time.nullable()).default([null, null]),
  /** Who would go on on one phone. */
  toOne: both(z.boolean()).default([false, false]),
  /** Who is the first to have the word in this step. */
  first: slot,
  holder: slot.nullable(),
  /** Since when the holder has it; statements in which the holder felt heard since; how often the last was not quite it. */
  floorAt: time,
  confirmed: z.number(),
  tries: z.number(),
  matterId: z.string().nullable(),
  /** Library questions of an evening by level, and which is being answered. */
  questions: z.object({ light: z.array(z.string()), warm: z.array(z.string()), deep: z.array(z.string()) }),
  question: z.number(),
  /** Those that were read aloud. */
  asked: z.array(z.string()),
  pause: z.object({ at: time, until: time }).nullable(),
  begunAt: time,
  /** Breaks so far, in ms. */
  breaks: z.number(),
  /** When anything was done last. */
  touchedAt: time,
  endedAt: time.nullable(),
});
export type State = z.output<typeof state>;

/** Where a talk stands: as it was stored, or over, where one of the two has gone for good. */
export function stateOf({ state: stored, endedAt }: Pick<Prisma.TalkGetPayload<object>, 'state' | 'endedAt'>): State {
  const read = state.parse(stored);
  if (!endedAt || read.endedAt !== null) return read;
  return { ...read, phase: 'ended', holder: null, pause: null, endedAt: endedAt.getTime() };
}
