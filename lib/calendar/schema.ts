import { z } from 'zod';

export const calendarBody = z.strictObject({ showsTitles: z.boolean() });

/** The file's name in a feed's address: its secret, and the ending that calendars expect. */
export const feedParams = z.strictObject({
  file: z.templateLiteral([z.string().regex(/^[\w-]{43}$/), '.ics']).transform((file) => file.slice(0, -'.ics'.length)),
});
