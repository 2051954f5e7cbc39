import { fold, hasWords } from '#lib/i18n/fold';
import {
  type Area,
  areas,
  type Cost,
  costs,
  type Energy,
  energies,
  type Site,
  type Span,
  sites,
  spans,
  type Use,
  uses,
} from '#lib/ideas/kinds';
import type { IdeaOffer } from '#lib/ideas/offers';

/** How many stand on the page at first, and come with each "more". The page brings no others by itself. */
export const step = 12;

export const longestSearch = 80;

/** What is looked for. Cost, time and energy mean "at most"; null means any. */
export type Filter = {
  search: string;
  use: Use | null;
  area: Area | null;
  cost: Cost | null;
  time: Span | null;
  energy: Energy | null;
  place: Site | null;
  far: boolean;
  asleep: boolean;
  fresh: boolean;
};

export const everything: Filter = {
  search: '',
  use: null,
  area: null,
  cost: null,
  time: null,
  energy: null,
  place: null,
  far: false,
  asleep: false,
  fresh: false,
};

/** The filter that an address names; what it does not know is left out. */
export function readFilter(params: Pick<URLSearchParams, 'get' | 'has'>): Filter {
  const read = <Name extends string>(key: string, names: readonly Name[]) =>
    names.find((name) => name === params.get(key)) ?? null;
  return {
    search: (params.get('search') ?? '').slice(0, longestSearch),
    use: read('use', uses),
    area: read('area', areas),
    cost: read('cost', costs),
    time: read('time', spans),
    energy: read('energy', energies),
    place: read('place', sites),
    far: params.has('far'),
    asleep: params.has('asleep'),
    fresh: params.has('fresh'),
  };
}

/** As it stands in the address. */
export function writeFilter(filter: Filter): string {
  const kept = Object.entries(filter).filter(([, value]) => value);
  return new URLSearchParams(kept.map(([key, value]) => [key, value === true ? '' : String(value)])).toString();
}

/** Whether an idea is looked for. What can be done anywhere can be done at each place. */
export function isFound(idea: IdeaOffer, filter: Filter): boolean {
  const { search, use, area, cost, time, energy, place, far, asleep, fresh } = filter;
  const fits: readonly string[] = idea.fits;
  return (
    (!search || hasWords(fold([idea.title, idea.what, idea.step].join(' ')), search)) &&
    (!use || idea.uses.includes(use)) &&
    (!area || idea.area === area) &&
    (!cost || costs.indexOf(idea.cost) <= costs.indexOf(cost)) &&
    (!time || spans.indexOf(idea.time) <= spans.indexOf(time)) &&
    (!energy || energies.indexOf(idea.energy) <= energies.indexOf(energy)) &&
    (!place || idea.place === place || idea.place === 'anywhere') &&
    (!far || fits.includes('far-apart')) &&
    (!asleep || fits.includes('children-asleep')) &&
    (!fresh || (!idea.isUsed && idea.rating?.novelty !== 'known'))
  );
}
