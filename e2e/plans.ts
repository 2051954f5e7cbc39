import { randomUUID } from 'node:crypto';
import { expect, type Locator, test } from '@playwright/test';
import { addDays, type Day, dayIn, type Time, timeIn } from '#lib/clock';
import type { IdeaOffer } from '#lib/ideas/offers';
import type { PlanView } from '#lib/plans/view';
import { button, type Person } from './person';
import { say } from './words';

type When = { day: Day; time?: string; minutes?: number };
type Content = { title: string; text?: string; ideaId?: string; when?: When };
type Hints = { when: When; wear?: string; children?: string; note?: string };

function zoneOfBrowsers(): string {
  return test.info().project.use.timezoneId ?? 'UTC';
}

/** A day by the clock of the browsers, so many days from now. */
export function dayAfter(days: number): Day {
  return addDays(dayIn(zoneOfBrowsers()), days);
}

/** Day and time by the clock of the browsers: the next full minute that leaves time to say it, and so many more. */
export function nextMinute(more = 0): { day: Day; time: Time } {
  const at = new Date(Math.ceil((Date.now() + 10_000) / 60_000 + more) * 60_000);
  return { day: dayIn(zoneOfBrowsers(), at), time: timeIn(zoneOfBrowsers(), at) };
}

/** What suits somebody's partner, the first that fits. */
export async function findIdea(person: Person, fits: (idea: IdeaOffer) => boolean): Promise<IdeaOffer> {
  const { ideas } = await person.ask<{ ideas: IdeaOffer[] }>('GET', '/api/ideas');
  const found = ideas.find(fits);
  if (!found) throw new Error('No idea fits');
  return found;
}

export async function draftPlan(person: Person, kind: 'together' | 'surprise', content: Content): Promise<string> {
  const id = randomUUID();
  await person.ask('PUT', `/api/plans/${id}`, { kind, ...content });
  return id;
}

export async function proposePlan(person: Person, content: Content): Promise<string> {
  const id = await draftPlan(person, 'together', content);
  await person.ask('PUT', `/api/plans/${id}/proposal`);
  return id;
}

export async function sealPlan(person: Person, content: Content, opens?: { day: Day; time: Time }): Promise<string> {
  const id = await draftPlan(person, 'surprise', content);
  await person.ask('PUT', `/api/plans/${id}/seal`, { ...(opens && { opens }) });
  return id;
}

export function teasePlan(person: Person, id: string, hints: Hints): Promise<unknown> {
  return person.ask('PUT', `/api/plans/${id}/teaser`, hints);
}

export function replyTo(person: Person, id: string, after: number, content: Content): Promise<unknown> {
  const body = { kind: 'countered', after, ...content };
  return person.ask('PUT', `/api/plans/${id}/versions/${randomUUID()}`, body);
}

export function readPlan(person: Person, id: string): Promise<PlanView> {
  return person.ask('GET', `/api/plans/${id}`);
}

/** The names of all that happened to the one thing, in order. */
export async function listEventsOf(person: Person, id: string): Promise<string[]> {
  const { events } = await person.ask<{ events: { name: string; subjectId: string | null }[] }>(
    'GET',
    '/api/events?after=0',
  );
  return events.filter(({ subjectId }) => subjectId === id).map(({ name }) => name);
}

/** What a plan of two is called, in whichever form. */
export function titleField({ page }: Person, kind: 'together' | 'surprise' = 'together'): Locator {
  const label = say(kind === 'together' ? 'plans.form.titleTogether' : 'plans.form.titleSurprise');
  return page.getByRole('textbox', { name: label, exact: true });
}

export function textField({ page }: Person): Locator {
  return page.getByRole('textbox', { name: say('plans.form.text') });
}

export async function fillWhen({ page }: Person, { day, time, minutes }: When): Promise<void> {
  await page.getByLabel(say('plans.form.day'), { exact: true }).fill(day);
  if (time) await page.getByLabel(say('plans.form.time'), { exact: true }).fill(time);
  if (minutes) await page.getByLabel(say('plans.form.length'), { exact: true }).selectOption(String(minutes));
}

/** Says on a plan's page that it was lived today. */
export async function sayLived({ page }: Person): Promise<void> {
  await button(page, say('plans.planned.lived')).click();
  const dialog = page.getByRole('dialog', { name: say('plans.planned.livedTitle') });
  await button(dialog, say('plans.planned.lived')).click();
  await expect(dialog).toBeHidden();
}

/** How it felt, for each. */
export function feltOf({ page }: Person): Locator {
  return page.getByRole('region', { name: say('plans.felt.title'), exact: true });
}

export async function sayFelt(person: Person, text: string): Promise<void> {
  const felt = feltOf(person);
  await felt.getByRole('textbox', { name: say('plans.felt.label') }).fill(text);
  await button(felt, say('plans.felt.send')).click();
  await expect(felt.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}

/** Holds what fits until each has asked for it, so that all ask at the same moment. */
export async function holdUntilAll(pattern: string, ...people: Person[]): Promise<void> {
  // Node 20 has no Promise.withResolvers.
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  let waiting = people.length;
  for (const { page } of people) {
    await page.route(
      pattern,
      async (route) => {
        waiting -= 1;
        if (waiting === 0) resolve();
        await promise;
        await route.continue();
      },
      { times: 1 },
    );
  }
}
