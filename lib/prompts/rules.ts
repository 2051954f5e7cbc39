import { createHash } from 'node:crypto';
import { addDays, addMonths, type Day } from '#lib/clock';
import type { Depth } from '#lib/prompts/kinds';
import type { Question } from '#lib/prompts/library';

/** A question that was put to the couple before. */
export type Asked = { contentId: string | null; topic: string; depth: string; day: Day | null; askedAt: Date };

type Choice = {
  questions: readonly Question[];
  /** Everything asked in the last year and longer, in any order. */
  asked: readonly Asked[];
  /** How many prompts the two have revealed. */
  revealed: number;
  /** Topics that either has muted. */
  muted: ReadonlySet<string>;
  circumstances: readonly string[];
  isAlone: boolean;
  day: Day;
  at: Date;
  /** Makes the choice the same for both who ask at once, and different for every couple, day and swap. */
  seed: string;
};

/** Reveals after which warm and deep questions begin to come. */
const warmAfter = 7;
const deepAfter = 21;

/**
 * Chooses a couple's question of the day: none of the last year, none of a muted topic, none that presumes
 * what the couple did not say fits; deeper as more is revealed; a deep one never alone and never two days
 * running; topics in turn. When a year has used everything up, what was asked longest ago. Null when all is muted.
 */
export function chooseQuestion(choice: Choice): Question | null {
  const { asked, day, at } = choice;
  const lastAsked = new Map<string, number>();
  for (const { contentId, askedAt } of asked) {
    if (contentId) lastAsked.set(contentId, Math.max(lastAsked.get(contentId) ?? 0, askedAt.getTime()));
  }
  const fitting = choice.questions.filter(
    ({ topic, tags }) => !choice.muted.has(topic) && (tags ?? []).every((tag) => choice.circumstances.includes(tag)),
  );
  const aYearAgo = addMonths(at, -12).getTime();
  const fresh = fitting.filter(({ id }) => (lastAsked.get(id) ?? 0) < aYearAgo);
  const hadDeepYesterday = asked.some(
    (past) => past.depth === 'deep' && past.day !== null && past.day >= addDays(day, -1),
  );
  const open = depthsFor(choice.revealed).filter((depth) => depth !== 'deep' || !(choice.isAlone || hadDeepYesterday));
  const random = randomOf(`${choice.seed}:${day}`);

  const wanted = open[Math.floor(random('depth') * open.length)] ?? 'light';
  const inOrder: Depth[] = [
    wanted,
    ...(['light', 'warm'] as const).filter((depth) => depth !== wanted && open.includes(depth)),
  ];
  for (const depth of inOrder) {
    const ofDepth = fresh.filter((entry) => entry.depth === depth);
    const inTurn = ofDepth.filter(({ topic }) => !lastTopics(asked, day).has(topic));
    const from = inTurn.length > 0 ? inTurn : ofDepth;
    if (from.length > 0) return from[Math.floor(random('question') * from.length)] ?? null;
  }
  const oldestFirst = fitting
    .filter(({ depth }) => open.includes(depth))
    .sort((a, b) => (lastAsked.get(a.id) ?? 0) - (lastAsked.get(b.id) ?? 0));
  return oldestFirst[0] ?? fitting.find(({ depth }) => depth !== 'deep') ?? null;
}

/** The depths a couple's day may have, each as often as it stands here. */
function depthsFor(revealed: number): Depth[] {
  if (revealed < warmAfter) return ['light'];
  if (revealed < deepAfter) return ['light', 'warm'];
  return ['light', 'light', 'warm', 'warm', 'deep'];
}

/** Topics of the last four days, which today leaves out if it can. */
function lastTopics(asked: readonly Asked[], day: Day): Set<string> {
  const from = addDays(day, -4);
  return new Set(asked.filter((past) => past.day !== null && past.day >= from).map(({ topic }) => topic));
}

/** Numbers in [0, 1) that depend on nothing but the seed. */
function randomOf(seed: string): (name: string) => number {
  return (name) => createHash('sha256').update(`${seed}:${name}`).digest().readUInt32BE() / 2 ** 32;
}

/** The same question may be put again this long after it was asked, and then shows then and now. */
export const monthsUntilAgain = 6;

/** What asking a library question may find: nothing in the way, an earlier one to set beside it, or one too recent. */
export function judgeAgain(
  last: { id: string; createdAt: Date; revealedAt: Date | null } | null,
  at: Date,
): { ok: true; earlierId: string | null } | { ok: false } {
  if (!last) return { ok: true, earlierId: null };
  if (addMonths(last.createdAt, monthsUntilAgain) > at) return { ok: false };
  return { ok: true, earlierId: last.revealedAt ? last.id : null };
}

/** Where a prompt stands for the one who looks. */
export type PromptState = 'swapped' | 'closed' | 'open' | 'sealed' | 'waiting' | 'revealed' | 'kept';

type Facts = {
  openedAt: Date | null;
  swappedAt: Date | null;
  revealedAt: Date | null;
  answeredById: string | null;
};

/**
 * swapped · closed (a deep one, not both ready) · open · sealed (the other has answered) · waiting (I have) ·
 * revealed · kept (both have responded).
 */
export function stateOf(prompt: Facts, userId: string, bothResponded: boolean): PromptState {
  if (prompt.revealedAt) return bothResponded ? 'kept' : 'revealed';
  if (prompt.swappedAt) return 'swapped';
  if (!prompt.openedAt) return 'closed';
  if (!prompt.answeredById) return 'open';
  return prompt.answeredById === userId ? 'waiting' : 'sealed';
}
