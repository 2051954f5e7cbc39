// Apart from schema.ts, so that a page that only names them need not load zod.

/** What a question is about. The words are in messages/<locale>/prompts.json. */
export const topics = [
  'needs',
  'values',
  'dreams',
  'fears',
  'memories',
  'secrets',
  'embarrassing',
  'gratitude',
  'affection',
  'home',
  'family',
  'work',
  'joy',
] as const;
export type Topic = (typeof topics)[number];

/** light: at breakfast; warm: a quiet evening; deep: could make one's voice shake, so only when both are ready. */
export const depths = ['light', 'warm', 'deep'] as const;
export type Depth = (typeof depths)[number];

/** What some questions presume; a couple says which fit. */
export const circumstances = ['children', 'faraway', 'beginning', 'long-together'] as const;
export type Circumstance = (typeof circumstances)[number];

/** The three ways to respond to a reveal, and `added`: an addition to one's own answer. */
export const intents = ['understood', 'validated', 'cared', 'added'] as const;
export type Intent = (typeof intents)[number];

export const reactionKinds = ['felt', 'smiled', 'same', 'more'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Longest answer or response, in characters. */
export const longestAnswer = 5000;
