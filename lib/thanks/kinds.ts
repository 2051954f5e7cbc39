// Apart from schema.ts, so that a page that only names them need not load zod.

/** A thank-you; or something loved about the other, which comes out of a list of one's own. */
export const thanksKinds = ['thanks', 'fondness'] as const;
export type ThanksKind = (typeof thanksKinds)[number];

/** How a thank-you is shown, beside being given here. */
export const thanksWays = ['said', 'hug', 'note', 'gesture'] as const;
export type ThanksWay = (typeof thanksWays)[number];

/** In characters. */
export const longestThanks = 280;
export const longestThanksAnswer = 280;
export const longestFondness = 280;
