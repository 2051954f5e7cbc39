import { z } from 'zod';
import affection from '#content/prompts/affection.json' with { type: 'json' };
import dreams from '#content/prompts/dreams.json' with { type: 'json' };
import embarrassing from '#content/prompts/embarrassing.json' with { type: 'json' };
import family from '#content/prompts/family.json' with { type: 'json' };
import fears from '#content/prompts/fears.json' with { type: 'json' };
import gratitude from '#content/prompts/gratitude.json' with { type: 'json' };
import home from '#content/prompts/home.json' with { type: 'json' };
import joy from '#content/prompts/joy.json' with { type: 'json' };
import memories from '#content/prompts/memories.json' with { type: 'json' };
import needs from '#content/prompts/needs.json' with { type: 'json' };
import secrets from '#content/prompts/secrets.json' with { type: 'json' };
import values from '#content/prompts/values.json' with { type: 'json' };
import work from '#content/prompts/work.json' with { type: 'json' };
import { isLocale, locales } from '#lib/i18n/locales';
import type { Topic } from '#lib/prompts/kinds';
import { question } from '#lib/prompts/schema';

/** A question of our own writing, in every language. */
export type Question = z.output<typeof question> & { topic: Topic };

const byTopic: Record<Topic, unknown> = {
  affection,
  dreams,
  embarrassing,
  family,
  fears,
  gratitude,
  home,
  joy,
  memories,
  needs,
  secrets,
  values,
  work,
};

/** All questions, by topic. */
export const questions: readonly Question[] = Object.entries(byTopic).flatMap(([topic, list]) =>
  z
    .array(question)
    .parse(list)
    .map((entry) => ({ ...entry, topic: topic as Topic })),
);

const byId = new Map(questions.map((entry) => [entry.id, entry]));

export function findQuestion(id: string): Question | undefined {
  return byId.get(id);
}

/** A question's words in a language; in the first of ours where we do not have it. */
export function wordsOf(entry: Question, locale: string): string {
  return entry[isLocale(locale) ? locale : locales[0]];
}
