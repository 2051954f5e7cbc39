import { z } from 'zod';
import { deed } from '#lib/demo/schema';
import { checkInBody } from '#lib/feelings/check-in-schema';

/** content/demo/check-ins.json: how each was, for themselves, the oldest first. */
export const checkInYear = z.array(z.strictObject({ ...deed, ...checkInBody.shape })).nonempty();
export type CheckInYear = z.output<typeof checkInYear>;
