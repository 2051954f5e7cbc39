/** Begins with a capital, so that one's own words and ours look alike in one list. */
export function capitalise(words: string): string {
  const [first = '', ...rest] = words;
  return first.toLocaleUpperCase() + rest.join('');
}
