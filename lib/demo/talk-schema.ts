import { z } from 'zod';
import { clockTime, dayOffset, deed, origin, person } from '#lib/demo/schema';
import {
  doers,
  longestBreak,
  longestCommitment,
  longestNote,
  longestNoteTitle,
  longestPart,
  noteKinds,
  recordParts,
  shortestBreak,
  talkForms,
} from '#lib/talks/kinds';
import { line, text } from '#lib/text';

const ritualAct = z.union([
  /** `weekdayOf` is a day that has the weekday: the demo is played on any. */
  z.strictObject({
    ...deed,
    proposes: z.strictObject({ weekdayOf: dayOffset, time: clockTime, form: z.enum(talkForms) }),
  }),
  /** Agrees to the last one that was proposed. */
  z.strictObject({ ...deed, does: z.literal('agrees') }),
  z.strictObject({ ...deed, moves: dayOffset, to: z.strictObject({ day: dayOffset, time: clockTime }) }),
  z.strictObject({ ...deed, skips: dayOffset }),
]);
export type DemoRitualAct = z.output<typeof ritualAct>;

const note = z.strictObject({
  ...deed,
  kind: z.enum(noteKinds),
  title: line(longestNoteTitle),
  text: text(longestNote),
  /** The reveal that it began from. */
  from: origin.optional(),
});

const brought = note.extend({ lends: z.literal(true).optional() });
const waiting = note.extend({ brought: z.literal(true).optional() });
export type DemoNote = z.output<typeof note> & { brought?: true; lends?: true };

/** What one asks for, and the other's yes unless it is still to come. */
const ask = z.strictObject({
  /** By which later talks name it. */
  key: z.string(),
  by: person,
  doer: z.enum(doers),
  text: text(longestCommitment),
  review: dayOffset,
  insteadOf: z.string().optional(),
  accepted: z.literal(false).optional(),
});
export type DemoAsk = z.output<typeof ask>;

/** What became of an earlier talk's ask: `by` says so first, then the other does. */
const review = z.strictObject({ of: z.string(), by: person, outcome: z.enum(['kept', 'letgo']) });

const afterwards = z.union([
  z.strictObject({ ...deed, writes: z.enum(recordParts), text: text(longestPart) }),
  z.strictObject({ ...deed, does: z.literal('approves') }),
]);
export type DemoAfterwards = z.output<typeof afterwards>;

/** `by` begins it. */
const begun = { ...deed, phones: z.literal(1).optional() };

const talk = z.strictObject({
  ...begun,
  form: z.enum(talkForms),
  /** The ritual's day that it was moved from; without it, the day itself. */
  movedFrom: dayOffset.optional(),
  /** Begun outside the ritual. */
  free: z.literal(true).optional(),
  /** What was brought for it. Whatever it is not about waits for a later one. */
  notes: z.array(brought).default([]),
  /** Titles in the order in which they were talked about. */
  about: z.array(z.string()).default([]),
  reviews: z.array(review).default([]),
  asks: z.array(ask).default([]),
  pause: z.strictObject({ by: person, minutes: z.int().min(shortestBreak).max(longestBreak) }).optional(),
  said: z.strictObject({ mika: text(longestPart), noor: text(longestPart) }),
  try: z.strictObject({ by: person, text: text(longestPart) }),
  after: z.array(afterwards).default([]),
});
export type DemoTalk = z.output<typeof talk>;

/** How many questions were read aloud, by level; the deep ones were left out where there is none. */
const evening = z.strictObject({
  ...begun,
  form: z.literal('evening'),
  questions: z.strictObject({
    light: z.int().min(1).max(12),
    warm: z.int().min(1).max(12),
    deep: z.int().min(0).max(12),
  }),
});
export type DemoEvening = z.output<typeof evening>;

/** content/demo/talks.json */
export const talkYear = z.strictObject({
  ritual: z.array(ritualAct),
  talks: z.array(z.discriminatedUnion('form', [talk, evening])),
  /** Those that wait today. */
  notes: z.array(waiting),
});
export type TalkYear = z.output<typeof talkYear>;
