// Apart from schema.ts, so that a page that only names them need not load zod.

/** How an entry is written: as it comes; body, word, need; a letter that is not sent; as a friend of both would see it. */
export const entryForms = ['free', 'feeling', 'letter', 'friend'] as const;
export type EntryForm = (typeof entryForms)[number];

/** How many minutes a form is meant to take, where it is. */
export const minutesOf: Partial<Record<EntryForm, number>> = { letter: 20, friend: 7 };

/** Minutes away after which the journal asks for the password again; 0: never. */
export const locks = [0, 5, 15, 60] as const;

/** In characters. */
export const longestEntry = 15_000;
/** How many words of each kind can be picked. */
export const mostPicked = 12;
