import type { Family } from '#lib/feelings/kinds';
import { familyEntries, listFeelings, needs, sensations, surroundings, wordsOf } from '#lib/feelings/library';

/** A word of one of the lists, as it is said in one language. */
export type Word = { id: string; words: string };

/** All that a check-in can say, in one language: what a page needs to ask and to show, without the library. */
export type Wheel = {
  /** In the order of the wheel; the words of each from faint to strong. */
  families: { id: Family; name: string; asks: string; feelings: Word[] }[];
  needs: (Word & { families: Family[] })[];
  body: Word[];
  around: Word[];
};

export function getWheel(locale: string): Wheel {
  const say = (entry: { id: string; en: string; es: string }): Word => ({
    id: entry.id,
    words: wordsOf(entry, locale),
  });
  return {
    families: familyEntries.map((family) => ({
      id: family.id,
      ...wordsOf(family, locale),
      feelings: listFeelings(family.id).map(say),
    })),
    needs: needs.map((need) => ({ ...say(need), families: need.families })),
    body: sensations.map(say),
    around: surroundings.map(say),
  };
}
