import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lib/i18n/locales';
import type { AppMessages } from '../../messages/types';

/** Words that only server components show, so that no page has to carry them to the browser. */
const serverOnly: readonly string[] = ['landing', 'help', 'places', 'visibility', 'mail'];

const kept = new Map<Locale, AppMessages>();

/** All words of one language, merged from `messages/<locale>/<namespace>.json`. Works in Next, in jobs and in tests. */
export function readMessages(locale: Locale): AppMessages {
  const known = kept.get(locale);
  if (known) return known;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'messages', locale);
  const messages = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  ) as unknown as AppMessages;
  if (process.env.NODE_ENV === 'production') kept.set(locale, messages);
  return messages;
}

/** The words a browser needs: all but those that only the server shows. */
export function clientMessages(messages: AppMessages): Partial<AppMessages> {
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => !serverOnly.includes(namespace)));
}
