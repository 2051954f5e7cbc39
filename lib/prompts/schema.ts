import { z } from 'zod';
import { type Locale, locales } from '#lib/i18n/locales';
import { circumstances, depths, intents, longestAnswer, reactionKinds, topics } from '#lib/prompts/kinds';
import { line, text } from '#lib/text';

const words = line(140);

/** A question of the library, with its words in every language: content/prompts/<topic>.json. */
export const question = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z0-9]+){1,4}$/),
  depth: z.enum(depths),
  ...(Object.fromEntries(locales.map((locale) => [locale, words])) as Record<Locale, typeof words>),
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
export const answerBody = z.strictObject({ id: z.uuid(), text: text(longestAnswer) });
export const draftBody = z.strictObject({ text: text(longestAnswer) });
export const responseBody = z.strictObject({ intent: z.enum(intents), text: text(longestAnswer) });
export const readinessBody = z.strictObject({ ready: z.boolean() });
/** A place in the list of reveals: when, and which of those revealed in one moment. */
const cursor = z
  .templateLiteral([z.iso.datetime(), '_', z.uuid()])
  .transform((value) => ({
    revealedAt: new Date(value.slice(0, value.indexOf('_'))),
    id: value.slice(value.indexOf('_') + 1),
  }))
  .refine(({ revealedAt }) => revealedAt.getUTCFullYear() >= 2000);

export const listQuery = z.strictObject({ before: cursor.optional() });
