import { z } from 'zod';
import { clockTime, dayOffset, deed, person } from '#lib/demo/schema';
import { entryBody } from '#lib/journal/schema';
import { answerBody, sharingBody } from '#lib/sharings/schema';

const [plain, naming] = entryBody.options;
const moment = { day: dayOffset.max(-1), at: clockTime };

/** What the two wrote for themselves, and what they shared from it, each the oldest first: content/demo/journal.json. */
export const journalYear = z.strictObject({
  entries: z
    .array(
      z.union([
        z.strictObject({ ...deed, ...plain.omit({ after: true }).shape }),
        z.strictObject({ ...deed, ...naming.omit({ after: true }).shape }),
      ]),
    )
    .nonempty(),
  sharings: z
    .array(
      z.strictObject({
        ...deed,
        ...sharingBody.omit({ at: true }).shape,
        /** When it goes; without it in ten minutes. */
        goes: z.strictObject(moment).optional(),
        /** When the other opens it; without it, it waits today. */
        opens: z.strictObject(moment).optional(),
        answers: z.array(z.strictObject({ by: person, ...moment, ...answerBody.shape })),
      }),
    )
    .nonempty(),
});
export type JournalYear = z.output<typeof journalYear>;
