import { z } from 'zod';
import { longestCelebration, longestNews, longestNewsAnswer, newsAnswerKinds } from '#lib/news/kinds';
import { line, text } from '#lib/text';

export const newsParams = z.strictObject({ id: z.uuid() });
export const newsAnswerParams = z.strictObject({ id: z.uuid(), answerId: z.uuid() });

/** Shares something good. The id is the client's. */
export const newsBody = z.strictObject({ text: text(longestNews) });

/** One step of an answer, or the reply to its question. */
export const newsAnswerBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(newsAnswerKinds).exclude(['celebrate']), text: text(longestNewsAnswer) }),
  z.strictObject({ kind: z.literal('celebrate'), text: line(longestCelebration) }),
]);

/** A place in the list: when it was shared, and which. */
const cursor = z
  .templateLiteral([z.iso.datetime({ precision: 3 }), '_', z.uuid()])
  .transform((value) => ({ createdAt: new Date(value.slice(0, -37)), id: value.slice(-36) }));
export const newsListQuery = z.strictObject({ before: cursor.optional() });
