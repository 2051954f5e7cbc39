import { z } from 'zod';
import { rhythms } from '#lib/turns/kinds';

/** Begins turns, or changes their rhythm. `first` says whose the first is; it counts only where there are none yet. */
export const turnBody = z.strictObject({ rhythm: z.enum(rhythms), first: z.enum(['me', 'partner']) });

/** Which turn is meant: what was done to another meanwhile must not be done twice. */
export const turnStepBody = z.strictObject({ n: z.int().min(1), holder: z.enum(['me', 'partner']) });
