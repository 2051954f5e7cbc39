import { route } from '#lib/http/route';
import { getTodaysPrompt } from '#lib/prompts/queries';
import { transaction } from '#lib/transaction';

/** The question of the day. `prompt` is null when every topic is muted. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => ({ prompt: await getTodaysPrompt(scope) })),
);
