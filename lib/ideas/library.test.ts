import { describe, expect, test } from 'vitest';
import { areas, costs, energies, sites, spans, tastes, tastesOf } from '#lib/ideas/kinds';
import { findIdea, ideas, ideaWords } from '#lib/ideas/library';
import { contentWords, likeness, listRepeated, unwantedEnglish, unwantedSpanish } from '#lib/testing/content';

// Words that carry no picture, so that two ideas are compared by what they are about.
const plain = new Set(
  (
    'a about after again all an and any are as at back be because before both but by can could do does each else every first for from get give had has have how if in into is it ' +
    'its just last less let like make more most much my no not of off on once one only or other our out over own same say send so some something step still such take tell than that ' +
    'the their them then there these they thing things this those time to today together tonight two until up us very was way what when where which while who will with without write you your'
  ).split(' '),
);

const inAll = <Name extends string>(names: readonly Name[], of: (name: Name) => number, atLeast: number) => {
  for (const name of names) expect(of(name), name).toBeGreaterThanOrEqual(atLeast);
};

describe('the ideas', () => {
  test('are at least 200, with something for every area, purse, span, strength and place', () => {
    expect(ideas.length).toBeGreaterThanOrEqual(200);
    inAll(areas, (area) => ideas.filter((entry) => entry.area === area).length, 24);
    inAll(costs, (cost) => ideas.filter((entry) => entry.cost === cost).length, 8);
    inAll(spans, (span) => ideas.filter((entry) => entry.time === span).length, 8);
    inAll(energies, (energy) => ideas.filter((entry) => entry.energy === energy).length, 20);
    inAll(sites, (site) => ideas.filter((entry) => entry.place === site).length, 20);
    inAll(tastes, (taste) => ideas.filter((entry) => entry.tastes.includes(taste)).length, 4);
    const that = (is: (entry: (typeof ideas)[number]) => unknown) => ideas.filter(is).length;
    expect(that(({ fits }) => fits?.includes('far-apart'))).toBeGreaterThanOrEqual(30);
    expect(that(({ fits }) => fits?.includes('children-asleep'))).toBeGreaterThanOrEqual(40);
    expect(that(({ uses }) => uses.includes('surprise'))).toBeGreaterThanOrEqual(90);
    expect(that(({ uses }) => uses.includes('together'))).toBeGreaterThanOrEqual(110);
  });

  test('have a taste of their own area', () => {
    for (const { id, area, tastes: of } of ideas)
      expect(
        of.some((taste) => (tastesOf[area] as readonly string[]).includes(taste)),
        id,
      ).toBe(true);
  });

  test('that are for the sleep of children are at home and take no day', () => {
    for (const { id, fits, place, time } of ideas) {
      if (!fits?.includes('children-asleep')) continue;
      expect(['home', 'anywhere'], id).toContain(place);
      expect(['minutes', 'hour', 'evening'], id).toContain(time);
    }
  });

  test('are named once, by id, by title and by words', () => {
    for (const of of [
      (entry: (typeof ideas)[number]) => entry.id,
      (entry: (typeof ideas)[number]) => entry.en.title,
      (entry: (typeof ideas)[number]) => entry.es.title,
      (entry: (typeof ideas)[number]) => entry.en.what,
      (entry: (typeof ideas)[number]) => entry.es.what,
    ]) {
      expect(listRepeated(ideas.map(of))).toEqual([]);
    }
  });

  test('are no two that are nearly the same', () => {
    const bags = ideas.map(({ en }) => contentWords(`${en.title} ${en.what}`, plain));
    const pairs: string[] = [];
    ideas.forEach((a, i) => {
      ideas.slice(i + 1).forEach((b, j) => {
        const [bag, other] = [bags[i], bags[i + 1 + j]];
        if (bag && other && likeness(bag, other) >= 0.35) pairs.push(`${a.en.what} ~ ${b.en.what}`);
      });
    });
    expect(pairs).toEqual([]);
  });

  test('a near-duplicate would be noticed', () => {
    const a = contentWords('Build five songs of being fifteen and walk with swapped earphones.', plain);
    expect(
      likeness(a, contentWords('Walk with swapped earphones and five songs from being fifteen.', plain)),
    ).toBeGreaterThanOrEqual(0.35);
    expect(likeness(a, contentWords('Bake bread before anybody wakes.', plain))).toBe(0);
  });

  test('cheer at nobody, assign no gender, use nobody’s mark, and do not begin alike', () => {
    for (const { en, es } of ideas) {
      const [english, spanish] = [Object.values(en).join(' '), Object.values(es).join(' ')];
      expect(english).not.toMatch(unwantedEnglish);
      expect(english).not.toMatch(/romantic|candle-?lit|\b(?:nice restaurant|date night)\b/i);
      expect(spanish).not.toMatch(unwantedSpanish);
    }
    for (const area of areas) {
      const openings = ideas
        .filter((entry) => entry.area === area)
        .map(({ en }) => en.what.split(' ')[0]?.toLowerCase());
      const most = Math.max(...openings.map((opening) => openings.filter((other) => other === opening).length));
      expect(most, area).toBeLessThanOrEqual(5);
    }
  });

  test('are said in the language asked for, and in English where there is none of it', () => {
    const [entry] = ideas;
    if (!entry) throw new Error('no idea');
    expect(findIdea(entry.id)).toBe(entry);
    expect([ideaWords(entry, 'es'), ideaWords(entry, 'en'), ideaWords(entry, 'xx')]).toEqual([
      entry.es,
      entry.en,
      entry.en,
    ]);
  });
});
