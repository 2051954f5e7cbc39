/** As words are compared when somebody looks for them: without accents, and small. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Whether a folded text has all of these words, or parts of them. */
export function hasWords(folded: string, wanted: string): boolean {
  return fold(wanted)
    .split(/\s+/)
    .every((part) => folded.includes(part));
}
