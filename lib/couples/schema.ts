import { z } from 'zod';
import { isTimeZone } from '#lib/clock';
import { circumstances } from '#lib/prompts/kinds';

/** What the two may change about their couple. Circumstances say which questions fit; each once. */
export const coupleChanges = z
  .strictObject({
    timeZone: z.string().max(64).refine(isTimeZone),
    circumstances: z
      .array(z.enum(circumstances))
      .max(circumstances.length)
      .transform((chosen) => circumstances.filter((one) => chosen.includes(one))),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0);
