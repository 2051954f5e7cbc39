// Apart from schema.ts, so that a page that only names them need not load zod.

/** What can please somebody, by the part of life it belongs to. The words are in messages/<locale>/ideas.json. */
export const tastesOf = {
  food: ['cooking', 'new-dishes', 'sweet-things', 'eating-outside', 'breakfast'],
  places: ['water', 'woods', 'city-corners', 'night-outside', 'art-and-shows'],
  music: ['listening', 'dancing', 'singing', 'old-songs'],
  touch: ['massage', 'holding', 'slow-closeness', 'hands-and-hair'],
  words: ['letters', 'reading-aloud', 'kind-words', 'long-talks', 'jokes'],
  rest: ['sleeping-in', 'quiet-together', 'warm-water', 'time-alone', 'no-screens'],
  adventure: ['getting-lost', 'moving', 'first-times', 'small-journeys', 'games'],
  gifts: ['handmade', 'little-finds', 'keepsakes', 'plants', 'help'],
} as const;

export type Area = keyof typeof tastesOf;
export type Taste = (typeof tastesOf)[Area][number];

export const areas = Object.keys(tastesOf) as Area[];
export const tastes = Object.values(tastesOf).flat() as Taste[];

/** What it takes: nothing, a coffee, a dinner, a journey. In order. */
export const costs = ['nothing', 'little', 'some', 'much'] as const;
export type Cost = (typeof costs)[number];

/** How long it takes: up to ten minutes, an hour, an evening or morning, a day, longer. In order. */
export const spans = ['minutes', 'hour', 'evening', 'day', 'longer'] as const;
export type Span = (typeof spans)[number];

/** How much strength it asks for. In order. */
export const energies = ['low', 'middle', 'high'] as const;
export type Energy = (typeof energies)[number];

/** Where: at home, out of the door, further away, or wherever one is. */
export const sites = ['home', 'outside', 'away', 'anywhere'] as const;
export type Site = (typeof sites)[number];

/** What an idea is good for: to surprise the other, or to do together. */
export const uses = ['surprise', 'together'] as const;
export type Use = (typeof uses)[number];

/** When it fits: two who are in different places; while the children sleep. */
export const fits = ['far-apart', 'children-asleep'] as const;
export type Fit = (typeof fits)[number];

/** How new an idea is to the two, and how much it draws one, each in order: words instead of points. */
export const novelties = ['known', 'partly', 'new'] as const;
export type Novelty = (typeof novelties)[number];
export const pulls = ['no', 'maybe', 'yes'] as const;
export type Pull = (typeof pulls)[number];
