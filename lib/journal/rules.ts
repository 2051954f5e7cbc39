/** The sentences of a text, as its language has them; a line break ends one too. */
export function listSentences(text: string, locale: string): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}

/** How many words a text has: pieces between blanks with a letter or digit in them. Where words have no blanks, by the language. */
export function countWords(text: string, locale: string): number {
  if (!/\p{L}|\p{N}/u.test(text)) return 0;
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(text)) {
    const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
  }
  return text.split(/\s+/u).filter((piece) => /\p{L}|\p{N}/u.test(piece)).length;
}
