// Apart from schema.ts, so that a page that only names them need not load zod.

/** The steps of an answer to good news, in their order, by the one who hears it. */
export const newsSteps = ['great', 'question', 'celebrate'] as const;
export type NewsStep = (typeof newsSteps)[number];

/** With the reply to the question, which is the sharer's. */
export const newsAnswerKinds = ['great', 'question', 'reply', 'celebrate'] as const;
export type NewsAnswerKind = (typeof newsAnswerKinds)[number];

/** In characters. */
export const longestNews = 1000;
export const longestNewsAnswer = 1000;
/** What celebrates becomes the title of a plan. */
export const longestCelebration = 120;
