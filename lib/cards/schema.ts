import { z } from 'zod';
import { longestAccess, longestLines, longestObservation, surprises } from '#lib/cards/kinds';
import { areas, costs, energies, type Taste, tastes } from '#lib/ideas/kinds';
import { text } from '#lib/text';

const taste = z.enum(tastes as [Taste, ...Taste[]]);
/** Each once, in their own order. */
const chosen = z
  .array(taste)
  .max(tastes.length)
  .transform((list) => tastes.filter((one) => list.includes(one)));
/** In my own words, a thing a line. */
const lines = z.strictObject({ likes: text(longestLines).optional(), noes: text(longestLines).optional() });

/** What I like and what not at all, by taste and in my own words; what suits me. */
export const cardBody = z
  .strictObject({
    likes: chosen,
    noes: chosen,
    words: z.partialRecord(z.enum(areas), lines),
    budget: z.enum(costs).optional(),
    energy: z.enum(energies).optional(),
    access: text(longestAccess).optional(),
    surprise: z.enum(surprises).optional(),
  })
  .refine(({ likes, noes }) => !likes.some((one) => noes.includes(one)), { path: ['noes'] });
export type CardBody = z.output<typeof cardBody>;

/** How far a taste is learned one way or the other. */
export const mostLearned = 3;

/** A card as it is kept: with what lived plans have taught it, from -3 (once was enough) to 3 (more of it). */
export const keptCard = z.object({
  ...cardBody.shape,
  learned: z.partialRecord(taste, z.int().min(-mostLearned).max(mostLearned)).default({}),
});
export type KeptCard = z.output<typeof keptCard>;

export const showingBody = z.strictObject({ shown: z.boolean() });
export const learnedParams = z.strictObject({ taste });
export const observationParams = z.strictObject({ id: z.uuid() });
export const observationBody = z.strictObject({ text: text(longestObservation) });
