import { z } from 'zod';
import type { Day, Time } from '#lib/clock';
import {
  doers,
  forms,
  longestBreak,
  longestCommitment,
  longestNote,
  longestNoteTitle,
  longestPart,
  noteKinds,
  recordParts,
  ritualRhythms,
  shortestBreak,
  talkForms,
} from '#lib/talks/kinds';
import { line, text } from '#lib/text';

/** A calendar day of this century, as `2026-11-23`. */
const day = z.iso
  .date()
  .regex(/^20/)
  .transform((value) => value as Day);

const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .transform((value) => value as Time);

export const talkParams = z.strictObject({ id: z.uuid() });
export const dayParams = z.strictObject({ day });
export const lentParams = z.strictObject({ id: z.uuid(), matterId: z.uuid() });

/** When the two would talk, by the couple's zone. A weekly talk has its weekday, 1 Monday … 7 Sunday. */
export const ritualBody = z
  .strictObject({
    rhythm: z.enum(ritualRhythms),
    weekday: z.int().min(1).max(7).optional(),
    time,
    form: z.enum(talkForms),
  })
  .refine(({ rhythm, weekday }) => (rhythm === 'weekly') === (weekday !== undefined), { path: ['weekday'] });
export type RitualBody = z.output<typeof ritualBody>;

/** Another time for one talk of the ritual's, by the mover's own clock. */
export const moveBody = z.strictObject({ startsAt: z.strictObject({ day, time }) });

/** Begins a talk, on two phones or on mine; `day` says which of the ritual's it is. The id is the client's. */
export const beginBody = z.strictObject({
  id: z.uuid(),
  form: z.enum(forms),
  phones: z.union([z.literal(1), z.literal(2)]),
  day: day.optional(),
});

const bare = ['yes', 'unyes', 'pass', 'again', 'said', 'saidBack', 'heard', 'notQuite'] as const;
const rest = ['nextQuestion', 'notDeep', 'here', 'stop', 'unstop'] as const;

/** What somebody does in a talk under way, for the moment that they saw. On one phone its host may do some for the partner. */
export const commandBody = z.strictObject({
  moment: z.int().min(0),
  as: z.literal('partner').optional(),
  command: z.discriminatedUnion('name', [
    z.strictObject({ name: z.enum([...bare, ...rest]) }),
    z.strictObject({ name: z.literal('move'), to: z.int().min(0) }),
    z.strictObject({ name: z.literal('choose'), matterId: z.uuid().nullable() }),
    z.strictObject({ name: z.literal('pause'), minutes: z.int().min(shortestBreak).max(longestBreak) }),
    z.strictObject({ name: z.literal('phones'), phones: z.union([z.literal(1), z.literal(2)]) }),
  ]),
});

export const noteParams = z.strictObject({ id: z.uuid() });

/** Writes a note of my own, or writes on at it. */
export const noteBody = z.strictObject({
  kind: z.enum(noteKinds),
  title: line(longestNoteTitle),
  text: text(longestNote).optional(),
  promptId: z.uuid().optional(),
});
export type NoteBody = z.output<typeof noteBody>;

/** Brings it; `lend` lets its text open on one phone. */
export const bringBody = z.strictObject({ lend: z.boolean().optional() });

/** A note's sealed body. */
export const sealedNote = z.strictObject({ title: z.string(), text: z.string().optional() });

export const partParams = z.strictObject({ id: z.uuid(), partId: z.uuid() });
/** Writes a part of the record, after the last one that its writer saw of this kind; 0 where there was none. */
export const partBody = z.strictObject({
  kind: z.enum(recordParts),
  text: text(longestPart),
  after: z.int().min(0).max(1000),
});
/** Which state of the record I say yes to: its last part. */
export const approvalBody = z.strictObject({ n: z.int().min(1).max(1000) });

export const commitmentParams = z.strictObject({ id: z.uuid() });
/** Offers something: to the one who will do it, or of myself. */
export const commitmentBody = z.strictObject({
  text: text(longestCommitment),
  doer: z.enum(doers),
  reviewOn: day,
  talkId: z.uuid().optional(),
  /** The one whose place it would take. */
  earlierId: z.uuid().optional(),
});
/** What became of it. That it was changed is said by another in its place. */
export const outcomeBody = z.strictObject({ outcome: z.enum(['kept', 'letgo']) });

/** A place in the list of past talks: when it was begun, and which. */
const cursor = z
  .templateLiteral([z.iso.datetime({ precision: 3 }), '_', z.uuid()])
  .transform((value) => ({ begunAt: new Date(value.slice(0, -37)), id: value.slice(-36) }));
export const listQuery = z.strictObject({ before: cursor.optional(), kind: z.enum(noteKinds).optional() });
