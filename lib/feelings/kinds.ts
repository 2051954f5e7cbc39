// Apart from schema.ts, so that a page that only names them need not load zod.

/** The families of feelings, by what a feeling asks for, pleasant or not. Their words are in content/feelings/families.json. */
export const families = ['sharing', 'comfort', 'safety', 'change', 'rest', 'nearness'] as const;
export type Family = (typeof families)[number];
