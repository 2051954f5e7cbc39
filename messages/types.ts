import type { Locale } from '#lib/i18n/locales';
import type accounts from './en/accounts.json';
import type bids from './en/bids.json';
import type calendar from './en/calendar.json';
import type cards from './en/cards.json';
import type errors from './en/errors.json';
import type events from './en/events.json';
import type feelings from './en/feelings.json';
import type help from './en/help.json';
import type ideas from './en/ideas.json';
import type invites from './en/invites.json';
import type journal from './en/journal.json';
import type landing from './en/landing.json';
import type live from './en/live.json';
import type mail from './en/mail.json';
import type news from './en/news.json';
import type places from './en/places.json';
import type plans from './en/plans.json';
import type prompts from './en/prompts.json';
import type settings from './en/settings.json';
import type sharings from './en/sharings.json';
import type shell from './en/shell.json';
import type talks from './en/talks.json';
import type thanks from './en/thanks.json';
import type today from './en/today.json';
import type turns from './en/turns.json';
import type ui from './en/ui.json';
import type visibility from './en/visibility.json';
import type welcome from './en/welcome.json';

/** One line a namespace: each is a file `messages/<locale>/<namespace>.json`. A test fails on a file that is missing here. */
export type AppMessages = {
  accounts: typeof accounts;
  bids: typeof bids;
  calendar: typeof calendar;
  cards: typeof cards;
  errors: typeof errors;
  events: typeof events;
  feelings: typeof feelings;
  help: typeof help;
  ideas: typeof ideas;
  invites: typeof invites;
  journal: typeof journal;
  landing: typeof landing;
  live: typeof live;
  mail: typeof mail;
  news: typeof news;
  places: typeof places;
  plans: typeof plans;
  prompts: typeof prompts;
  settings: typeof settings;
  sharings: typeof sharings;
  shell: typeof shell;
  talks: typeof talks;
  thanks: typeof thanks;
  today: typeof today;
  turns: typeof turns;
  ui: typeof ui;
  visibility: typeof visibility;
  welcome: typeof welcome;
};

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: AppMessages;
  }
}
