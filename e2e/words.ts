import { createTranslator } from 'next-intl';
import type { Locale } from '#lib/i18n/locales';
import { readMessages } from '#lib/i18n/messages';

/** The interface's own words in a language, so that tests look for what people read. */
export function wordsIn(locale: Locale) {
  return createTranslator({ locale, messages: readMessages(locale) });
}

export const say = wordsIn('en');

/** A line in which a test cannot know some part, as a date: put '…' in its place. */
export function around(line: string): RegExp {
  const parts = line.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(parts.join('.+'));
}
