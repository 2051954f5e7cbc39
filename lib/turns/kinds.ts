// Apart from schema.ts, so that a page that only names them need not load zod.

/** How often the turn to surprise passes on. */
export const rhythms = ['weekly', 'biweekly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];
