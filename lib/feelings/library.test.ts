import { describe, expect, test } from 'vitest';
import { families } from '#lib/feelings/kinds';
import {
  familyEntries,
  feelings,
  findFamily,
  findFeeling,
  findNeed,
  findSensation,
  findSurrounding,
  listFeelings,
  listNeeds,
  needs,
  sensations,
  surroundings,
  wordsOf,
} from '#lib/feelings/library';
import { feeling } from '#lib/feelings/schema';
import { locales } from '#lib/i18n/locales';
import { contentWords, likeness, listRepeated, unwantedEnglish, unwantedSpanish } from '#lib/testing/content';

const lists = { feelings, needs, sensations, surroundings };
const everyLine = [
  ...Object.values(lists)
    .flat()
    .map(({ en, es }) => ({ en, es })),
  ...familyEntries.flatMap(({ en, es }) => [
    { en: en.name, es: es.name },
    { en: en.asks, es: es.asks },
  ]),
];

// Short words carry a picture too here ("let down"), but for these.
const plain = new Set('the and for que una uno por con'.split(' '));

function listAlike(words: readonly string[]): string[] {
  const bags = words.map((entry) => contentWords(entry, plain));
  return words.flatMap((a, i) =>
    words
      .slice(i + 1)
      .filter((_, j) => {
        const [bag, other] = [bags[i], bags[i + 1 + j]];
        return bag && other && likeness(bag, other) >= 0.5;
      })
      .map((b) => `${a} ~ ${b}`),
  );
}

// In Spanish: an adjective or participle that would agree with whoever says it, or a word after which "Siento …" would be
// broken or would say "I am sorry". Butterflies only look like one.
const agreeing =
  /^(?!mariposas)(?:\p{L}*(?:[aií]d|os|iv|(?<!mi)ent)|sol|segur|tranquil|llen|quiet|rot)[oa]s?(?!\p{L})/u;
const unframed = /^(?:a|al|con|de|en|no|que|sin|me|muy|más)(?!\p{L})/u;
// Whoever says it of themselves, anywhere in a need.
const genderedSelf = /(?<!\p{L})(?:estoy|estar|ser|sentirme|soy|quedarme) \p{L}+[oa](?!\p{L})/u;

describe('the feelings', () => {
  test('are about 80, in six families of 12 to 15, one family after another', () => {
    expect(families).toHaveLength(6);
    expect(familyEntries.map(({ id }) => id)).toEqual([...families]);
    expect(feelings.length).toBeGreaterThanOrEqual(78);
    expect(feelings.length).toBeLessThanOrEqual(86);
    for (const family of families) {
      expect(listFeelings(family).length, family).toBeGreaterThanOrEqual(12);
      expect(listFeelings(family).length, family).toBeLessThanOrEqual(15);
    }
    expect(families.flatMap(listFeelings)).toEqual(feelings);
  });

  test('are answered by about 30 needs, at least five for each family', () => {
    expect(needs.length).toBeGreaterThanOrEqual(28);
    expect(needs.length).toBeLessThanOrEqual(36);
    for (const family of families) expect(listNeeds(family).length, family).toBeGreaterThanOrEqual(5);
    for (const { id, families: of } of needs) expect(listRepeated(of), id).toEqual([]);
    const first = needs.flatMap((entry) => entry.families.slice(0, 1).map((family) => families.indexOf(family)));
    expect(first).toEqual(first.toSorted((a, b) => a - b));
    expect(listNeeds('rest')[0]?.families[0]).toBe('rest');
  });

  test('have about 14 places in the body, and as many things around them', () => {
    for (const list of [sensations, surroundings]) {
      expect(list.length).toBeGreaterThanOrEqual(12);
      expect(list.length).toBeLessThanOrEqual(16);
    }
  });

  test('are named once, by id and by words', () => {
    for (const list of Object.values(lists))
      for (const of of ['id', 'en', 'es'] as const) expect(listRepeated(list.map((entry) => entry[of]))).toEqual([]);
  });

  test('are no two that are nearly the same, in any language', () => {
    for (const list of Object.values(lists))
      for (const locale of locales) expect(listAlike(list.map((entry) => entry[locale]))).toEqual([]);
  });

  test('a near-duplicate would be noticed', () => {
    expect(listAlike(['stretched thin', 'stretched too thin'])).toHaveLength(1);
    expect(listAlike(['un vacío dentro', 'vacío'])).toHaveLength(1);
    expect(listAlike(['stretched thin', 'left out'])).toEqual([]);
  });

  test('are short: a word too long is refused', () => {
    const entry = { id: 'stretched-thin', family: 'rest', en: 'stretched thin', es: 'la cuerda muy tensa' };
    expect(feeling.safeParse(entry).success).toBe(true);
    expect(feeling.safeParse({ ...entry, es: 'x'.repeat(25) }).success).toBe(false);
    expect(feeling.safeParse({ ...entry, es: undefined }).success).toBe(false);
    expect(feeling.safeParse({ ...entry, family: 'joy' }).success).toBe(false);
  });

  test('finish the sentence: a piece of one, without capital or full stop', () => {
    for (const { en, es } of Object.values(lists).flat())
      for (const words of [en, es]) expect(words).toMatch(/^\p{Ll}[^.:;?¿]*[^.:;?¿ ]$/u);
    for (const { en } of needs) expect(en).toMatch(/^(?:to|an?|one|ten|this|your|silence|something|company)\b/);
  });

  test('cheer at nobody, assign no gender and use nobody’s mark', () => {
    for (const { en, es } of everyLine) {
      expect(en).not.toMatch(unwantedEnglish);
      expect(es).not.toMatch(unwantedSpanish);
    }
  });

  test('are in Spanish a thing one feels, which agrees with nobody', () => {
    for (const { es } of feelings) {
      expect(es).not.toMatch(agreeing);
      expect(es).not.toMatch(unframed);
    }
    for (const { es } of needs) expect(es).not.toMatch(genderedSelf);
    for (const wrong of ['cansada', 'contento', 'nerviosas', 'impulsivo', 'herido', 'sola'])
      expect(wrong).toMatch(agreeing);
    for (const wrong of ['que sobro', 'en paz', 'no poder más']) expect(wrong).toMatch(unframed);
    for (const wrong of ['estar sola', 'sentirme querido']) expect(wrong).toMatch(genderedSelf);
  });

  test('are said in the language asked for, and in English where there is none of it', () => {
    const [entry] = feelings;
    const [family] = familyEntries;
    if (!entry || !family) throw new Error('no feeling');
    expect([wordsOf(entry, 'es'), wordsOf(entry, 'en'), wordsOf(entry, 'xx')]).toEqual([entry.es, entry.en, entry.en]);
    expect(wordsOf(family, 'es')).toBe(family.es);
  });

  test('are found by id', () => {
    expect(familyEntries.map(({ id }) => findFamily(id))).toEqual(familyEntries);
    expect(feelings.map(({ id }) => findFeeling(id))).toEqual(feelings);
    expect(needs.map(({ id }) => findNeed(id))).toEqual(needs);
    expect(sensations.map(({ id }) => findSensation(id))).toEqual(sensations);
    expect(surroundings.map(({ id }) => findSurrounding(id))).toEqual(surroundings);
    expect(findFeeling('nothing-of-ours')).toBeUndefined();
  });
});
