import type { Locale } from '#lib/i18n/locales';
import type errors from './en/errors.json';
import type help from './en/help.json';
import type landing from './en/landing.json';
import type places from './en/places.json';
import type shell from './en/shell.json';
import type ui from './en/ui.json';
import type visibility from './en/visibility.json';

/** One line a namespace: each is a file `messages/<locale>/<namespace>.json`. A test fails on a file that is missing here. */
export type AppMessages = {
  errors: typeof errors;
  help: typeof help;
  landing: typeof landing;
  places: typeof places;
  shell: typeof shell;
  ui: typeof ui;
  visibility: typeof visibility;
};

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: AppMessages;
  }
}
