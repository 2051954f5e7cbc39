import { z } from 'zod';
import around from '#content/feelings/around.json' with { type: 'json' };
import body from '#content/feelings/body.json' with { type: 'json' };
import familyWords from '#content/feelings/families.json' with { type: 'json' };
import needWords from '#content/feelings/needs.json' with { type: 'json' };
import words from '#content/feelings/words.json' with { type: 'json' };
import type { Family } from '#lib/feelings/kinds';
import { familyEntry, feeling, need, sensation, surrounding } from '#lib/feelings/schema';
import { isLocale, type Locale, locales } from '#lib/i18n/locales';

/** A family of feelings by what they ask for, in every language. */
export type FamilyEntry = z.output<typeof familyEntry>;
/** A feeling in the words people use, in every language. */
export type Feeling = z.output<typeof feeling>;
/** What one needs, with the families it answers, in every language. */
export type Need = z.output<typeof need>;
/** What one notices in the body, in every language. */
export type Sensation = z.output<typeof sensation>;
/** What a feeling may be around, in every language. */
export type Surrounding = z.output<typeof surrounding>;

/** All families, in the order of the wheel. */
export const familyEntries: readonly FamilyEntry[] = z.array(familyEntry).parse(familyWords);
/** All feelings, by family; within one from faint to strong. */
export const feelings: readonly Feeling[] = z.array(feeling).parse(words);
/** All needs, by the family that they answer most. */
export const needs: readonly Need[] = z.array(need).parse(needWords);
/** All sensations, from head to foot. */
export const sensations: readonly Sensation[] = z.array(sensation).parse(body);
/** All that a feeling may be around. */
export const surroundings: readonly Surrounding[] = z.array(surrounding).parse(around);

const byId = <Entry extends { id: string }>(entries: readonly Entry[]) =>
  new Map<string, Entry>(entries.map((entry) => [entry.id, entry]));

const familiesById = byId(familyEntries);
const feelingsById = byId(feelings);
const needsById = byId(needs);
const sensationsById = byId(sensations);
const surroundingsById = byId(surroundings);

export const findFamily = (id: string): FamilyEntry | undefined => familiesById.get(id);
export const findFeeling = (id: string): Feeling | undefined => feelingsById.get(id);
export const findNeed = (id: string): Need | undefined => needsById.get(id);
export const findSensation = (id: string): Sensation | undefined => sensationsById.get(id);
export const findSurrounding = (id: string): Surrounding | undefined => surroundingsById.get(id);

/** A family's feelings, from faint to strong. */
export function listFeelings(family: Family): Feeling[] {
  return feelings.filter((entry) => entry.family === family);
}

/** The needs that answer a family, those that answer it most first. */
export function listNeeds(family: Family): Need[] {
  const answering = needs.filter((entry) => entry.families.includes(family));
  return answering.sort((a, b) => a.families.indexOf(family) - b.families.indexOf(family));
}

/** An entry's words in a language; in the first of ours where we do not have it. */
export function wordsOf<Words>(entry: Record<Locale, Words>, locale: string): Words {
  return entry[isLocale(locale) ? locale : locales[0]];
}
