import { createHash } from 'node:crypto';
import { allLinesOf } from '#lib/cards/rules';
import type { KeptCard } from '#lib/cards/schema';
import { locales } from '#lib/i18n/locales';
import { costs, energies, type Taste } from '#lib/ideas/kinds';
import type { Idea } from '#lib/ideas/library';

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
  drawn: ReadonlySet<string>;
  circumstances: readonly string[];
  /** What is alike is shuffled by this: another order on another day, the same on reload. */
  seed: string;
};

/** Ideas in the order in which they suit the partner, each with why. What the card says no to is left out. */
export function rankIdeas({ ideas, card, drawn, circumstances, seed }: Ranking): RankedIdea[] {
  return ideas
    .filter(({ children }) => !children || circumstances.includes('children'))
    .filter((idea) => !card || !isRefused(idea, card))
    .map((idea) => {
      const reasons: Reason[] = drawn.has(idea.id) ? [{ kind: 'drawn' }] : [];
      if (card) reasons.push(...reasonsOf(idea, card));
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

function isRefused(idea: Idea, card: KeptCard): boolean {
  if (idea.tastes.some((taste) => card.noes.includes(taste))) return true;
  return allLinesOf(card, 'noes').some((line) => isAbout(idea, line));
}

function reasonsOf(idea: Idea, card: KeptCard): Reason[] {
  const reasons: Reason[] = [];
  for (const words of allLinesOf(card, 'likes')) if (isAbout(idea, words)) reasons.push({ kind: 'wrote', words });
  for (const taste of idea.tastes) {
    if (card.likes.includes(taste)) reasons.push({ kind: 'likes', taste });
    else if ((card.learned[taste] ?? 0) > 0) reasons.push({ kind: 'learned', taste });
  }
  if (card.energy === idea.energy && idea.energy === 'low') reasons.push({ kind: 'energy' });
  if (card.budget === 'nothing' && idea.cost === 'nothing') reasons.push({ kind: 'budget' });
  return reasons;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words that carry no picture, in the languages we have. */
const plain = new Set(
  (
    'a an and any are at be but by do for from get go i in is it like lot love me more most much my no not of on one or our out some than that the them they things this to too up very ' +
    'we what when with you al algo como con de del el ella en es eso esta este la las le les lo los mas me mi mucho muy nada ni nos o para pero poco por que se si sin su te tu un una uno y'
  ).split(' '),
);

/** The words of a text that carry a picture: without accents and case, one and many alike. */
function pictures(text: string): Set<string> {
  const words = [...segmenter.segment(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())];
  return new Set(
    words
      .flatMap(({ segment, isWordLike }) => (isWordLike && !plain.has(segment) ? segment : []))
      .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
  );
}

/** Whether every picture of a line is in the idea, in whichever language it was written: "night swims" is not every swim. */
function isAbout(idea: Idea, line: string): boolean {
  const wanted = pictures(line);
  return (
    wanted.size > 0 &&
    locales.some((locale) => {
      const { title, what } = idea[locale];
      const there = pictures(`${title} ${what}`);
      return [...wanted].every((word) => there.has(word));
    })
  );
}

function chanceOf(seed: string, id: string): number {
  return createHash('sha256').update(`${seed}:${id}`).digest().readUInt32BE();
}
