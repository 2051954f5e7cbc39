import { z } from 'zod';
import type { Day, Time } from '#lib/clock';
import { agains, longestFelt, longestHint, longestPlan, longestTime, longestTitle, planKinds } from '#lib/plans/kinds';
import { line, text } from '#lib/text';

/** A calendar day of this century, as `2026-11-23`. */
export const day = z.iso
  .date()
  .regex(/^20/)
  .transform((value) => value as Day);

const time = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
  .transform((value) => value as Time);

/** Day and time by the writer's own clock; the length in minutes. */
const when = z.strictObject({ day, time: time.optional(), minutes: z.int().min(5).max(longestTime).optional() });
export type When = z.output<typeof when>;

/** What is to be done. */
const content = {
  title: line(longestTitle),
  text: text(longestPlan).optional(),
  ideaId: z.string().max(60).optional(),
  when: when.optional(),
};

const n = z.int().min(1).max(1000);

export const planParams = z.strictObject({ id: z.uuid() });
export const versionParams = z.strictObject({ id: z.uuid(), versionId: z.uuid() });

/** Begins a plan of my own, or writes on at it, while it is a draft or sealed. The id is the client's. */
export const planBody = z.strictObject({ kind: z.enum(planKinds), promptId: z.uuid().optional(), ...content });

/** Another version, in reply to version `after`. */
export const versionBody = z.strictObject({ kind: z.enum(['countered', 'combined']), after: n, ...content });
/** Which version I say yes to. */
export const agreementBody = z.strictObject({ n });
/** Not now: until a day. */
export const postponementBody = z.strictObject({ n, until: day });
/** Seals a surprise: it opens by hand, or at a time by the writer's clock. */
export const sealBody = z.strictObject({ opens: z.strictObject({ day, time }).optional() });
/** What my partner must know of it. */
export const teaserBody = z.strictObject({
  when,
  wear: line(longestHint).optional(),
  children: line(longestHint).optional(),
  note: text(longestHint).optional(),
});
export const livedBody = z.strictObject({ day });
export const feltBody = z.strictObject({ id: z.uuid(), text: text(longestFelt), again: z.enum(agains).optional() });

/** A version's sealed body. */
export const sealedContent = z.strictObject({
  title: z.string(),
  text: z.string().optional(),
  ideaId: z.string().optional(),
});
/** A teaser's sealed body. */
export const sealedHints = z.strictObject({
  wear: z.string().optional(),
  children: z.string().optional(),
  note: z.string().optional(),
});

/** A place in the list of lived plans: its day, and which of that day. */
const cursor = z
  .templateLiteral([z.iso.date(), '_', z.uuid()])
  .transform((value) => ({ livedOn: value.slice(0, 10) as Day, id: value.slice(11) }))
  .refine(({ livedOn }) => livedOn.startsWith('20'));

export const listQuery = z.strictObject({ before: cursor.optional() });
