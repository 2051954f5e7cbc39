// Apart from schema.ts, so that a page that only names them need not load zod.

/** How it is meant to be read. */
export const hows = ['alone', 'together'] as const;
export type How = (typeof hows)[number];

/** The four lines: when …, I felt …, I need …, would you … . */
export const lines = ['when', 'felt', 'need', 'would'] as const;
export type Line = (typeof lines)[number];
export type Words = Partial<Record<Line, string>>;

/** In characters. */
export const longestLine = 600;
export const longestReply = 5000;

/** Days ahead to which something can be given a time. */
export const daysAhead = 90;

/** The three ways to answer what was shared. */
export const replyIntents = ['understood', 'validated', 'cared'] as const;
export type ReplyIntent = (typeof replyIntents)[number];
