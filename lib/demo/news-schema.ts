import { z } from 'zod';
import { bidKinds } from '#lib/bids/kinds';
import { at, deed } from '#lib/demo/schema';
import { longestCelebration, longestNews, longestNewsAnswer } from '#lib/news/kinds';
import { line, text } from '#lib/text';

const said = z.strictObject({ at, text: text(longestNewsAnswer) });

/** Good news of one, and what the other said to it, each step at its time; the reply is the sharer's. */
const news = z.strictObject({
  ...deed,
  text: text(longestNews),
  great: said.optional(),
  question: said.optional(),
  reply: said.optional(),
  celebrate: z.strictObject({ at, text: line(longestCelebration) }).optional(),
});

/** content/demo/news.json. Of bids there is one, which is open: those before have faded, as they do. */
export const newsYear = z.strictObject({
  news: z.array(news),
  bid: z.strictObject({ ...deed, kind: z.enum(bidKinds) }),
});
export type NewsYear = z.output<typeof newsYear>;
