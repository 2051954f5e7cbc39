import { z } from 'zod';
import { givenPassword } from '#lib/auth/schema';
import { findFeeling, findNeed, findSensation } from '#lib/feelings/library';
import { entryForms, locks, longestEntry, mostPicked } from '#lib/journal/kinds';
import { text } from '#lib/text';

const picks = (find: (id: string) => object | undefined) =>
  z
    .array(
      z
        .string()
        .max(80)
        .refine((id) => find(id) !== undefined),
    )
    .max(mostPicked)
    .refine((ids) => new Set(ids).size === ids.length);

const content = { text: text(longestEntry).optional() };
/** What one notices in the body, the words for it, and what one needs, by their ids in content/feelings. */
const named = { sensations: picks(findSensation), feelings: picks(findFeeling), needs: picks(findNeed) };

export const entryParams = z.strictObject({ id: z.uuid() });

const after = z.int().min(0).max(1_000_000);

/** Writes an entry, or writes on at it: `after` is how often it had been written when its writer last saw it, 0 for never. */
export const entryBody = z.discriminatedUnion('form', [
  z.strictObject({ form: z.enum(['free', 'letter', 'friend']), after, ...content }),
  z.strictObject({ form: z.literal('feeling'), after, ...content, ...named }),
]);
export type EntryBody = z.output<typeof entryBody>;

/** An entry's sealed body. */
export const sealedEntry = z.strictObject({
  form: z.enum(entryForms),
  text: z.string().optional(),
  sensations: z.array(z.string()).optional(),
  feelings: z.array(z.string()).optional(),
  needs: z.array(z.string()).optional(),
});

export const openingBody = z.strictObject({ password: givenPassword });
export const lockBody = z.strictObject({ minutes: z.literal([...locks]), password: givenPassword });

/** A place in the list of entries: when it was begun, and which. */
const cursor = z
  .templateLiteral([z.iso.datetime({ precision: 3 }), '_', z.uuid()])
  .transform((value) => ({ createdAt: new Date(value.slice(0, -37)), id: value.slice(-36) }));
export const listQuery = z.strictObject({ before: cursor.optional() });
