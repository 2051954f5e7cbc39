import { z } from 'zod';
import { line, text } from '#lib/text';

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

/** A question of the library, content/prompts/<topic>.json. */
export const question = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z0-9]+){1,4}$/),
  depth: z.enum(depths),
  en: line(140),
  es: line(160),
  tags: z.array(z.enum(circumstances)).nonempty().optional(),
});

const id = z.uuid();

export const promptParams = z.strictObject({ id });
export const responseParams = z.strictObject({ id, responseId: z.uuid() });
export const reactionParams = z.strictObject({ id, kind: z.enum(reactionKinds) });
export const topicParams = z.strictObject({ topic: z.enum(topics) });

/** Put a question of the library to the two of us, or one of our own. */
export const askBody = z.union([
  z.strictObject({ contentId: z.string().max(80) }),
  z.strictObject({ words: text(280), topic: z.enum(topics), depth: z.enum(depths) }),
]);

/** The id is made by the client, so that sending twice gives one answer. */
export const answerBody = z.strictObject({ id: z.uuid(), text: text() });
export const draftBody = z.strictObject({ text: text() });
export const responseBody = z.strictObject({ intent: z.enum(intents), text: text() });
export const readinessBody = z.strictObject({ ready: z.boolean() });
export const listQuery = z.strictObject({ before: z.iso.datetime().optional() });
