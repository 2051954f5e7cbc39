import { createHash } from 'node:crypto';
import type { KeptCard } from '#lib/cards/schema';
import { costs, energies, type Taste } from '#lib/ideas/kinds';
import { type Idea, ideaWords } from '#lib/ideas/library';

/** Why an idea comes up, to be said in words. */
export type Reason =
  /** Both were drawn to it. */
  | { kind: 'drawn' }
  /** The partner's card says so, or a lived plan has taught it. */
  | { kind: 'likes' | 'learned'; taste: Taste }
  /** In the partner's own words. */
  | { kind: 'wrote'; words: string }
  | { kind: 'energy' | 'budget' };

export type RankedIdea = { idea: Idea; reasons: Reason[] };

type Ranking = {
  ideas: readonly Idea[];
  /** The partner's card, if it is shown. */
  card: KeptCard | null;
  /** Whose language the partner's own words are compared in. */
  locale: string;
  drawn: ReadonlySet<string>;
  circumstances: readonly string[];
  /** What is alike is shuffled by this: another order on another day, the same on reload. */
  seed: string;
};

/** Ideas in the order in which they suit the partner, each with why. What the card says no to is left out. */
export function rankIdeas({ ideas, card, locale, drawn, circumstances, seed }: Ranking): RankedIdea[] {
  return ideas
    .filter(({ children }) => !children || circumstances.includes('children'))
    .filter((idea) => !card || !isRefused(idea, card, locale))
    .map((idea) => {
      const reasons: Reason[] = drawn.has(idea.id) ? [{ kind: 'drawn' }] : [];
      if (card) reasons.push(...reasonsOf(idea, card, locale));
      return { idea, reasons, score: scoreOf(idea, card, reasons), chance: chanceOf(seed, idea.id) };
    })
    .sort((a, b) => b.score - a.score || a.chance - b.chance)
    .map(({ idea, reasons }) => ({ idea, reasons }));
}

const weights: Record<Reason['kind'], number> = { drawn: 10, wrote: 3, likes: 2, learned: 1, energy: 0.5, budget: 0.5 };

function scoreOf(idea: Idea, card: KeptCard | null, reasons: readonly Reason[]): number {
  const unwanted = idea.tastes.filter((taste) => (card?.learned[taste] ?? 0) < 0).length;
  return reasons.reduce((sum, { kind }) => sum + weights[kind], 0) - unwanted - strain(idea, card);
}

/** How far an idea goes beyond the purse and the strength the card names, in steps. */
function strain({ cost, energy }: Idea, card: KeptCard | null): number {
  const over = (at: number, most: number) => (most < 0 ? 0 : Math.max(0, at - most));
  return (
    over(costs.indexOf(cost), card?.budget ? costs.indexOf(card.budget) : -1) +
    over(energies.indexOf(energy), card?.energy ? energies.indexOf(card.energy) : -1)
  );
}

function isRefused(idea: Idea, card: KeptCard, locale: string): boolean {
  if (idea.tastes.some((taste) => card.noes.includes(taste))) return true;
  return linesOf(card, 'noes').some((line) => isAbout(idea, line, locale));
}

function reasonsOf(idea: Idea, card: KeptCard, locale: string): Reason[] {
  const reasons: Reason[] = [];
  for (const words of linesOf(card, 'likes')) if (isAbout(idea, words, locale)) reasons.push({ kind: 'wrote', words });
  for (const taste of idea.tastes) {
    if (card.likes.includes(taste)) reasons.push({ kind: 'likes', taste });
    else if ((card.learned[taste] ?? 0) > 0) reasons.push({ kind: 'learned', taste });
  }
  if (card.energy === idea.energy && idea.energy === 'low') reasons.push({ kind: 'energy' });
  if (card.budget === 'nothing' && idea.cost === 'nothing') reasons.push({ kind: 'budget' });
  return reasons;
}

/** What somebody wrote on a card, a thing a line or between commas. */
function linesOf(card: KeptCard, side: 'likes' | 'noes'): string[] {
  return Object.values(card.words).flatMap(
    (area) => area?.[side]?.split(/[\n,;]/).flatMap((line) => line.trim() || []) ?? [],
  );
}

/** Words of four letters and more, without accents and case: the others carry no picture. */
function pictures(text: string): Set<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/\p{L}{4,}/gu) ?? []);
}

/** Whether every picture of a line is in the idea: "night swims" is not every swim. */
function isAbout(idea: Idea, line: string, locale: string): boolean {
  const wanted = pictures(line);
  const { title, what } = ideaWords(idea, locale);
  const there = pictures(`${title} ${what}`);
  return wanted.size > 0 && [...wanted].every((word) => there.has(word));
}

function chanceOf(seed: string, id: string): number {
  return createHash('sha256').update(`${seed}:${id}`).digest().readUInt32BE();
}
