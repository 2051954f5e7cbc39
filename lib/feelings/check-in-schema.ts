import { z } from 'zod';
import { longestLine, mostChosen, mostFeelings, strengths } from '#lib/feelings/kinds';
import { feelings, needs, sensations, surroundings } from '#lib/feelings/library';
import { text } from '#lib/text';

/** Entries of a list by id, each once, in the list's own order: the order of taps is nobody's business. */
function chosen(entries: readonly { id: string }[], least: 0 | 1, most: number) {
  const ids = entries.map(({ id }) => id);
  return z
    .array(z.enum(ids as [string, ...string[]]))
    .min(least)
    .max(ids.length)
    .transform((list) => ids.filter((id) => list.includes(id)))
    .refine((list) => list.length <= most, { params: { problem: 'too_long' } });
}

/** How I am: a word is enough. */
export const checkInBody = z.strictObject({
  feelings: chosen(feelings, 1, mostFeelings),
  strength: z.literal(strengths).optional(),
  body: chosen(sensations, 0, mostChosen).default([]),
  around: chosen(surroundings, 0, mostChosen).default([]),
  needs: chosen(needs, 0, mostChosen).default([]),
  line: text(longestLine).optional(),
});
export type CheckInBody = z.output<typeof checkInBody>;

/** A check-in as it is kept. A word that the library has no more is passed over, and the rest stays. */
export const keptCheckIn = z.object({
  feelings: kept(feelings),
  strength: z.literal(strengths).optional(),
  body: kept(sensations),
  around: kept(surroundings),
  needs: kept(needs),
  line: z.string().optional(),
});

function kept(entries: readonly { id: string }[]) {
  const ids = new Set(entries.map(({ id }) => id));
  return z.array(z.string()).transform((list) => list.filter((id) => ids.has(id)));
}

export const checkInParams = z.strictObject({ id: z.uuid() });

/** A place in the list: when it was, and which. */
const cursor = z
  .templateLiteral([z.iso.datetime({ precision: 3 }), '_', z.uuid()])
  .transform((value) => ({ createdAt: new Date(value.slice(0, -37)), id: value.slice(-36) }));
export const listQuery = z.strictObject({ before: cursor.optional() });
