// What the tests of all our own writing (content/) look at in the same way.

/** The words of a text that carry a picture: longer than two letters, and not among the plain ones. */
export function contentWords(words: string, plain: ReadonlySet<string>): Set<string> {
  return new Set((words.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length > 2 && !plain.has(word)));
}

/** How much two texts are about the same, from 0 to 1. */
export function likeness(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
}

/** The entries that stand there twice, however they are written. */
export function listRepeated(entries: readonly string[]): string[] {
  const all = entries.map((entry) => entry.toLowerCase());
  return all.filter((value, at) => all.indexOf(value) !== at);
}

/** What none of our English has: cheers, other people's marks, a gender for the partner. */
export const unwantedEnglish = /!|love language|soulmate|\b(?:husband|wife|boyfriend|girlfriend|hubby)\b/i;

/** What none of our Spanish has: cheers, a gender for the partner, two endings at once. */
export const unwantedSpanish =
  /!|@|\b(?:esposo|esposa|marido|novio|novia)\b|[oa]\/[oa]\b|[oa]\(|\b\w+xs?\b(?<!\b(?:fax|box|relax))/i;
