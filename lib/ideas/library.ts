import { z } from 'zod';
import adventure from '#content/ideas/adventure.json' with { type: 'json' };
import food from '#content/ideas/food.json' with { type: 'json' };
import gifts from '#content/ideas/gifts.json' with { type: 'json' };
import music from '#content/ideas/music.json' with { type: 'json' };
import places from '#content/ideas/places.json' with { type: 'json' };
import rest from '#content/ideas/rest.json' with { type: 'json' };
import touch from '#content/ideas/touch.json' with { type: 'json' };
import words from '#content/ideas/words.json' with { type: 'json' };
import { isLocale, locales } from '#lib/i18n/locales';
import type { Area } from '#lib/ideas/kinds';
import { idea } from '#lib/ideas/schema';

/** An idea for two of our own writing, in every language. */
export type Idea = z.output<typeof idea> & { area: Area };

/** An idea's words in one language. */
export type IdeaWords = Idea['en'];

const byArea: Record<Area, unknown> = { food, places, music, touch, words, rest, adventure, gifts };

/** All ideas, by area. */
export const ideas: readonly Idea[] = Object.entries(byArea).flatMap(([area, list]) =>
  z
    .array(idea)
    .parse(list)
    .map((entry) => ({ ...entry, area: area as Area })),
);

const byId = new Map(ideas.map((entry) => [entry.id, entry]));

export function findIdea(id: string): Idea | undefined {
  return byId.get(id);
}

/** An idea's words in a language; in the first of ours where we do not have it. */
export function ideaWords(entry: Idea, locale: string): IdeaWords {
  return entry[isLocale(locale) ? locale : locales[0]];
}
