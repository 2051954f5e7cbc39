import { newId } from '#lib/id';
import { type How, type Line, lines, type Words } from '#lib/sharings/kinds';
import { keepUnsent, keyOf } from '#lib/unsent';

/** What is being shaped to be shared, as it is typed. `picked` are the sentences' places in the entry. */
export type SharingFields = Record<Line, string> & {
  picked: number[];
  how: How | 'talk';
  timing: 'now' | 'later';
  day: string;
  time: string;
  heading: string;
};

export const emptySharing: SharingFields = {
  picked: [],
  when: '',
  felt: '',
  need: '',
  would: '',
  how: 'alone',
  timing: 'now',
  day: '',
  time: '',
  heading: '',
};

/** By what names it is kept in the browser. */
export const namesOfSharing = (entryId: string | null) => ['sharing', 'new', entryId ?? ''];

/** The lines that were written. */
export function wordsOf(fields: Pick<SharingFields, Line>): Words {
  return Object.fromEntries(lines.map((line) => [line, fields[line].trim()]).filter(([, text]) => text));
}

/** Keeps words that were taken back, so that they stand in the form for another time. */
export function keepForAnotherTime(userId: string, words: Words, how: How): void {
  const fields: SharingFields = { ...emptySharing, ...words, how };
  keepUnsent(keyOf(userId, ...namesOfSharing(null)), JSON.stringify({ id: newId(), fields }));
}
