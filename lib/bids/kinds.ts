// Apart from schema.ts, so that a page that only names them need not load zod.

/** What can be asked for with one tap. */
export const bidKinds = ['hug', 'listen', 'help', 'laugh', 'quiet'] as const;
export type BidKind = (typeof bidKinds)[number];

/** What can be said to it: yes now; at a time; I can't, and here is when. */
export const bidAnswers = ['now', 'at', 'cannot'] as const;
export type BidAnswer = (typeof bidAnswers)[number];

/** In characters. */
export const longestBidLine = 140;
/** "At …" is today or tomorrow; "I can't, and here is when" is within a week. In days from today. */
export const furthestDay: Record<'at' | 'cannot', number> = { at: 1, cannot: 7 };
