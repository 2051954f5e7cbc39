import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptCard } from '#lib/cards/schema';
import { costs, energies, type Taste, tastes } from '#lib/ideas/kinds';
import type { Idea } from '#lib/ideas/library';
import { type RankedIdea, rankIdeas } from '#lib/ideas/rules';

function makeIdea(id: string, changes: Partial<Idea> = {}): Idea {
  const words = { title: `Title ${id}`, what: 'Nothing in it', step: 'One step' };
  return {
    id,
    area: 'food',
    tastes: ['cooking'],
    cost: 'little',
    time: 'hour',
    energy: 'middle',
    place: 'home',
    uses: ['together'],
    en: words,
    es: words,
    ...changes,
  };
}

const blank: KeptCard = { likes: [], noes: [], words: {}, learned: {} };

function rank(ideas: Idea[], card: Partial<KeptCard> | null, more: Partial<Parameters<typeof rankIdeas>[0]> = {}) {
  return rankIdeas({
    ideas,
    card: card && { ...blank, ...card },
    drawn: new Set(),
    circumstances: [],
    seed: 'mika:2026-11-23',
    ...more,
  });
}

const idsOf = (ranked: RankedIdea[]) => ranked.map(({ idea }) => idea.id);
const reasonsOf = (ranked: RankedIdea[], id = 'a') => ranked.find(({ idea }) => idea.id === id)?.reasons;

describe('why an idea comes up', () => {
  test('nothing, without a card', () => {
    expect(reasonsOf(rank([makeIdea('a', { energy: 'low', cost: 'nothing' })], null))).toEqual([]);
  });

  test('both were drawn to it, with or without a card', () => {
    for (const card of [null, {}]) {
      expect(reasonsOf(rank([makeIdea('a')], card, { drawn: new Set(['a', 'b']) }))).toEqual([{ kind: 'drawn' }]);
    }
  });

  test('a taste that the card likes, or has learned, once', () => {
    const idea = makeIdea('a', { tastes: ['cooking', 'sweet-things', 'water', 'woods'] });
    const card: Partial<KeptCard> = {
      likes: ['cooking', 'dancing'],
      learned: { cooking: 2, 'sweet-things': 1, water: -1 },
    };
    expect(reasonsOf(rank([idea], card))).toEqual([
      { kind: 'likes', taste: 'cooking' },
      { kind: 'learned', taste: 'sweet-things' },
    ]);
  });

  test('little strength and no money, where the card says so', () => {
    const idea = makeIdea('a', { energy: 'low', cost: 'nothing' });
    expect(reasonsOf(rank([idea], { energy: 'low', budget: 'nothing' }))).toEqual([
      { kind: 'energy' },
      { kind: 'budget' },
    ]);
    expect(reasonsOf(rank([idea], { energy: 'middle', budget: 'little' }))).toEqual([]);
    expect(reasonsOf(rank([makeIdea('a')], { energy: 'low', budget: 'nothing' }))).toEqual([]);
  });

  test.each([
    ['plum cake', true],
    ['PLÚM', true],
    ['Cákes', true],
    ['cake', true],
    ['the cake of plums', true],
    ['night swims', false],
    ['tea', false],
    ['one', false],
    ['not too much', false],
    ['a bun', false],
    ['', false],
  ])('in the partner’s own words, %j', (line, isAbout) => {
    const words = { title: 'Plum cake at night', what: 'Bake a cake with one plum in it.', step: 'One' };
    const idea = makeIdea('a', { en: words });
    const reasons = reasonsOf(rank([idea], { words: { food: { likes: line } } })) ?? [];
    expect(reasons.some(({ kind }) => kind === 'wrote')).toBe(isAbout);
  });

  test('in words of three letters, and in writing without spaces', () => {
    const sea = makeIdea('a', { en: { title: 'The sea', what: 'Look at it', step: 'One' } });
    expect(rank([sea], { words: { places: { noes: 'sea' } } })).toEqual([]);
    const cherry = makeIdea('a', { en: { title: '公園', what: '夜の公園を歩く', step: 'One' } });
    expect(reasonsOf(rank([cherry], { words: { places: { likes: '公園' } } }))).toEqual([
      { kind: 'wrote', words: '公園' },
    ]);
  });

  test('in the partner’s own words, line by line, in whichever language', () => {
    const en = { title: 'Plum cake', what: 'Bake it', step: 'One' };
    const es = { title: 'Tarta de ciruela', what: 'Hornéala', step: 'Uno' };
    const idea = makeIdea('a', { en, es });
    const card: Partial<KeptCard> = { words: { music: { likes: 'old songs\n Ciruéla\nplum' } } };
    expect(reasonsOf(rank([idea], card))).toEqual([
      { kind: 'wrote', words: 'Ciruéla' },
      { kind: 'wrote', words: 'plum' },
    ]);
  });
});

describe('what does not come up', () => {
  test('a taste that the card says no to, whatever speaks for it', () => {
    const idea = makeIdea('a', { tastes: ['cooking', 'dancing'] });
    const card: Partial<KeptCard> = { likes: ['cooking'], noes: ['dancing'], learned: { dancing: 3 } };
    expect(rank([idea], card, { drawn: new Set(['a']) })).toEqual([]);
  });

  test('what the card says no to in words', () => {
    const idea = makeIdea('a', { en: { title: 'Plum cake', what: 'Bake it', step: 'One' } });
    expect(rank([idea], { words: { food: { noes: 'raisins\nplum' } } })).toEqual([]);
    expect(rank([idea], { words: { food: { noes: 'raisins, plum' } } }), 'one thing, not two').toHaveLength(1);
    expect(rank([idea], { words: { food: { noes: 'plum jelly' } } })).toHaveLength(1);
  });

  test('what presumes children, where there are none', () => {
    const idea = makeIdea('a', { children: true });
    expect(rank([idea], null)).toEqual([]);
    expect(rank([idea], null, { circumstances: ['children'] })).toHaveLength(1);
  });
});

describe('the order', () => {
  test('drawn to, then in own words, liked, learned; what was enough and what strains stands last', () => {
    const ideas = [
      makeIdea('strains', { cost: 'much', energy: 'high' }),
      makeIdea('unwanted', { tastes: ['singing'] }),
      makeIdea('neutral', { tastes: ['moving'] }),
      makeIdea('learned', { tastes: ['water'] }),
      makeIdea('liked', { tastes: ['woods'] }),
      makeIdea('wrote', { tastes: ['moving'], en: { title: 'A lantern', what: 'x', step: 'x' } }),
      makeIdea('drawn', { tastes: ['moving'] }),
    ];
    const card: Partial<KeptCard> = {
      likes: ['woods'],
      learned: { water: 3, singing: -2 },
      words: { gifts: { likes: 'lantern' } },
      budget: 'little',
      energy: 'middle',
    };
    expect(idsOf(rank(ideas, card, { drawn: new Set(['drawn']) }))).toEqual([
      'drawn',
      'wrote',
      'liked',
      'learned',
      'neutral',
      'unwanted',
      'strains',
    ]);
  });

  test('of what is alike is the same on reload, another on another day, and another for the other', () => {
    const ideas = Array.from({ length: 40 }, (_, i) => makeIdea(`i${i}`));
    const order = (seed: string) => idsOf(rank(ideas, null, { seed }));
    expect(order('mika:2026-11-23')).toEqual(order('mika:2026-11-23'));
    expect(order('mika:2026-11-24')).not.toEqual(order('mika:2026-11-23'));
    expect(order('noor:2026-11-23')).not.toEqual(order('mika:2026-11-23'));
  });
});

test('whatever a card says: nothing it refuses, nothing twice, and each reason is on it', () => {
  const taste = fc.constantFrom(...tastes);
  const cards: fc.Arbitrary<KeptCard> = fc.record({
    likes: fc.uniqueArray(taste),
    noes: fc.uniqueArray(taste, { maxLength: 6 }),
    words: fc.constant({}),
    learned: fc.dictionary(taste, fc.integer({ min: -3, max: 3 })) as fc.Arbitrary<KeptCard['learned']>,
    budget: fc.option(fc.constantFrom(...costs), { nil: undefined }),
    energy: fc.option(fc.constantFrom(...energies), { nil: undefined }),
  });
  const lists = fc
    .array(
      fc.record({
        tastes: fc.uniqueArray(taste, { minLength: 1, maxLength: 4 }),
        cost: fc.constantFrom(...costs),
        energy: fc.constantFrom(...energies),
      }),
      { maxLength: 30 },
    )
    .map((list) => list.map((changes, i) => makeIdea(`i${i}`, changes)));
  fc.assert(
    fc.property(lists, cards, (ideas, card) => {
      const ranked = rank(ideas, card);
      const isRefused = ({ tastes }: Idea) => tastes.some((one) => card.noes.includes(one));
      expect(idsOf(ranked).sort()).toEqual(
        ideas
          .filter((idea) => !isRefused(idea))
          .map(({ id }) => id)
          .sort(),
      );
      for (const { idea, reasons } of ranked) {
        for (const reason of reasons) {
          if (reason.kind === 'likes') expect(card.likes).toContain(reason.taste);
          if (reason.kind === 'learned') expect(card.learned[reason.taste]).toBeGreaterThan(0);
          if ('taste' in reason) expect(idea.tastes as Taste[]).toContain(reason.taste);
          expect(['drawn', 'wrote']).not.toContain(reason.kind);
        }
      }
    }),
  );
});
