// Apart from schema.ts, so that a page that only names them need not load zod.

/** How much surprise somebody enjoys. */
export const surprises = ['none', 'hints', 'full'] as const;
export type SurpriseLiking = (typeof surprises)[number];

/** In characters. */
export const longestLines = 300;
export const longestAccess = 500;
export const longestObservation = 500;
