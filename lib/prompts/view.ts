import { type Author, authorOf } from '#lib/author';
import { dayIn, dayToDate, now } from '#lib/clock';
import type { Prisma } from '#lib/generated/prisma/client';
import type { Intent, ReactionKind } from '#lib/prompts/kinds';
import { findQuestion, wordsOf } from '#lib/prompts/library';
import { judgeAgain, type PromptState, stateOf } from '#lib/prompts/rules';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** Everything of a prompt that its view needs; policies decide which answers and words come along. */
export const promptParts = {
  words: true,
  answers: true,
  responses: { orderBy: { createdAt: 'asc' } },
  reactions: true,
  drafts: true,
  readiness: true,
  // Read through its own policy: with somebody before, it is not there.
  earlier: { select: { id: true } },
  postponed: true,
} as const satisfies Prisma.PromptInclude;

export type PromptRow = Prisma.PromptGetPayload<{ include: typeof promptParts }>;

/** Something written. `text` is null once it was withdrawn. */
export type Written = { id: string; by: Author; text: string | null; at: string };

export type PromptView = {
  id: string;
  state: PromptState;
  /** The question; null while a deep one of one's partner's own is closed, or when its author left. */
  words: string | null;
  topic: string;
  depth: string;
  source: 'daily' | 'library' | 'own';
  /** The library's id; null for a question of one's own. */
  contentId: string | null;
  /** Who asked it; null for the question of the day. */
  askedBy: Author | null;
  /** The couple's day whose question it is. */
  day: string | null;
  revealedAt: string | null;
  /** For a closed one: whether I said that I am ready. What the other said is nowhere. */
  ready: boolean | null;
  /** Whether I said "not now" to it, for today. */
  postponed: boolean;
  draft: string | null;
  mine: Written | null;
  theirs: Written | null;
  responses: (Written & { intent: Intent })[];
  reactions: { mine: ReactionKind[]; theirs: ReactionKind[] };
  /** The earlier prompt that asked the same. */
  earlierId: string | null;
  canAskAgain: boolean;
};

function askerOf(scope: Scope, row: { source: PromptView['source']; askedById: string | null }): Author | null {
  return row.source === 'daily' ? null : authorOf(scope, row.askedById);
}

/** Turns a prompt's rows into what its reader may see. */
export async function viewPrompt(scope: Scope, row: PromptRow): Promise<PromptView> {
  const { member } = scope;
  const author = (id: string | null) => authorOf(scope, id);
  const write = async (
    table: 'answer' | 'response',
    part: { id: string; authorId: string | null; sealedBody: Uint8Array | null; createdAt: Date },
  ): Promise<Written> => ({
    id: part.id,
    by: author(part.authorId),
    text: part.sealedBody ? await unseal(scope, { table, column: 'sealed_body', id: part.id }, part.sealedBody) : null,
    at: part.createdAt.toISOString(),
  });

  const mine = row.answers.find(({ authorId }) => authorId === member.userId);
  const theirs = row.answers.find(({ authorId }) => authorId !== member.userId);
  const [draft] = row.drafts;
  const responses = [];
  for (const response of row.responses)
    responses.push({ ...(await write('response', response)), intent: response.intent });
  const responders = new Set(row.responses.filter(({ intent }) => intent !== 'added').map(({ authorId }) => authorId));
  const kinds = (isMine: boolean) =>
    row.reactions.filter(({ authorId }) => (authorId === member.userId) === isMine).map(({ kind }) => kind);

  return {
    id: row.id,
    state: stateOf(row, member.userId, responders.size === 2),
    words: await readWords(scope, row),
    topic: row.topic,
    depth: row.depth,
    source: row.source,
    contentId: row.contentId,
    askedBy: askerOf(scope, row),
    day: row.day?.toISOString().slice(0, 10) ?? null,
    revealedAt: row.revealedAt?.toISOString() ?? null,
    ready: row.readiness[0]?.ready ?? null,
    postponed: row.postponed.some(({ until }) => until > dayToDate(dayIn(member.coupleTimeZone))),
    draft: draft
      ? await unseal(scope, { table: 'draft', column: 'sealed_body', id: draft.id }, draft.sealedBody)
      : null,
    mine: mine ? await write('answer', mine) : null,
    theirs: theirs ? await write('answer', theirs) : null,
    responses,
    reactions: { mine: kinds(true), theirs: kinds(false) },
    earlierId: row.earlier?.id ?? null,
    canAskAgain: row.revealedAt !== null && row.contentId !== null && judgeAgain(row, now()).ok,
  };
}

/** What stands in a list: the question, and where it stands. No answer is opened for it. */
export type PromptLine = Pick<PromptView, 'id' | 'state' | 'words' | 'topic' | 'depth' | 'askedBy' | 'revealedAt'>;

export type PromptLineRow = Prisma.PromptGetPayload<{ include: { words: true } }>;

export async function viewPromptLine(scope: Scope, row: PromptLineRow): Promise<PromptLine> {
  return {
    id: row.id,
    state: stateOf(row, scope.member.userId, false),
    words: await readWords(scope, row),
    topic: row.topic,
    depth: row.depth,
    askedBy: askerOf(scope, row),
    revealedAt: row.revealedAt?.toISOString() ?? null,
  };
}

async function readWords(scope: Scope, row: PromptLineRow): Promise<string | null> {
  if (row.contentId === null) {
    const sealed = row.words?.sealedWords;
    return sealed ? unseal(scope, { table: 'prompt_words', column: 'sealed_words', id: row.id }, sealed) : null;
  }
  const question = findQuestion(row.contentId);
  return question ? wordsOf(question, scope.member.locale) : null;
}
