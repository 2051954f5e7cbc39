import type { NewsAnswerKind } from '#lib/news/kinds';

/** The id of what was said in a step: the focus goes there once it stands. */
export const saidId = (kind: NewsAnswerKind) => `said-${kind}`;
