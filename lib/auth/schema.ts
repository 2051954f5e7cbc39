import { z } from 'zod';

/** A password that is only compared. */
export const givenPassword = z.string().min(1).max(1000);

/** What next-auth hands on; its own fields beside these are ignored. Whether the address can be one is not said. */
export const credentials = z.object({ email: z.string().min(1).max(254), password: givenPassword });
