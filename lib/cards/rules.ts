import type { CardBody } from '#lib/cards/schema';
import { type Area, areas } from '#lib/ideas/kinds';

type Words = Pick<CardBody, 'words'>;
export type Side = 'likes' | 'noes';

/** What a card says of a part of life in its owner's own words: a thing a line. A comma is part of the thing. */
export function linesOf({ words }: Words, area: Area, side: Side): string[] {
  const lines = words[area]?.[side]?.split(/\r?\n/).flatMap((line) => line.trim() || []);
  return [...new Set(lines)];
}

/** What a card says in its owner's own words, of every part of life. */
export function allLinesOf(card: Words, side: Side): string[] {
  return [...new Set(areas.flatMap((area) => linesOf(card, area, side)))];
}
