// Apart from schema.ts, so that a page that only names them need not load zod.

/** The families of feelings, by what a feeling asks for, pleasant or not. Their words are in content/feelings/families.json. */
export const families = ['sharing', 'comfort', 'safety', 'change', 'rest', 'nearness'] as const;
export type Family = (typeof families)[number];

/** How strong a feeling is, from 1 to 5. Their words are in messages: none of them is better than another. */
export const strengths = [1, 2, 3, 4, 5] as const;
export type Strength = (typeof strengths)[number];

/** Words taken at once, of which more would say nothing. */
export const mostFeelings = 8;
/** What is chosen at once of the needs, the body, and what is around it. */
export const mostChosen = 6;
/** What is said in one's own words, in characters. */
export const longestLine = 280;
