import { randomUUID } from 'node:crypto';
import { expect, type Locator } from '@playwright/test';
import type { NoteKind } from '#lib/talks/kinds';
import type { LiveView } from '#lib/talks/live/view';
import type { NoteView, TalkView } from '#lib/talks/view';
import { button, type Person } from './person';
import { say } from './words';

type Note = { kind?: NoteKind; title: string; text?: string; lend?: boolean };

/** Writes a note, without the pages. @returns its id */
export async function writeNote(person: Person, note: Omit<Note, 'lend'>): Promise<string> {
  const id = randomUUID();
  await person.ask('PUT', `/api/notes/${id}`, { kind: 'need', ...note });
  return id;
}

/** Writes a note and brings it. @returns its matter's id */
export async function bringNote(person: Person, { lend, ...note }: Note): Promise<string> {
  const id = await writeNote(person, note);
  const { matterId } = await person.ask<NoteView>('PUT', `/api/notes/${id}/bringing`, { lend: lend ?? false });
  return matterId ?? '';
}

export function readLive(person: Person, id: string): Promise<LiveView> {
  return person.ask('GET', `/api/talks/${id}/live`);
}

export function readTalk(person: Person, id: string): Promise<TalkView> {
  return person.ask('GET', `/api/talks/${id}`);
}

/** Begins a talk from its place, with a choice of how long and on how many phones. @returns its id */
export async function beginTalk(
  person: Person,
  {
    form,
    phones = 'two',
    from = 'talks.start.now',
  }: { form?: 'full' | 'short'; phones?: 'one' | 'two'; from?: 'talks.start.now' } = {},
): Promise<string> {
  const { page } = person;
  await person.visit('/talk');
  await button(page, say(from)).click();
  const dialog = page.getByRole('dialog', { name: say('talks.start.title') });
  if (form) await dialog.getByText(say(`talks.forms.${form}.name`), { exact: true }).click();
  await dialog.getByText(say(`talks.start.${phones}`), { exact: true }).click();
  await button(dialog, say('talks.start.begin')).click();
  await expect(page).toHaveURL(/\/talk\/[\w-]{36}\/live$/);
  await person.arrive();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** What a moment is, in the words of the one who looks. */
export async function expectMoment(person: Person, words: string): Promise<void> {
  await expect(person.title).toHaveText(words);
}

type Deed = 'speak' | 'listen' | 'thank' | 'tell' | 'sayBack' | 'ask' | 'wait' | 'answer' | 'read';

/** The sentence that says whose word it is, to one of the two: who does something comes before who does not. */
export function sentence(name: string, mine: Deed, theirs: Deed): string {
  const me = { name: say('live.you'), does: say(`live.circles.${mine}.you`) };
  const partner = { name, does: say(`live.circles.${theirs}.other`) };
  const [first, second] = mine === 'listen' || mine === 'wait' ? [partner, me] : [me, partner];
  return say('live.sentence', { one: first.name, does: first.does, other: second.name, otherDoes: second.does });
}

/** Whoever has the word first; the other second. */
export async function orderByHolder(id: string, one: Person, two: Person): Promise<[Person, Person]> {
  return (await readLive(one, id)).holder === 'me' ? [one, two] : [two, one];
}

/** Presses what a moment offers, and waits until the moment is another. */
export async function press(person: Person, id: string, label: string): Promise<void> {
  const { moment } = await readLive(person, id);
  await button(person.page, label).click();
  await expect.poll(async () => (await readLive(person, id)).moment).toBeGreaterThan(moment);
}

/** To what a yes by this button is, as the pages say it. */
function askedBy(label: string): 'yes' | 'on' | 'end' {
  if (label === say('live.acts.yes') || label === say('live.acts.back')) return 'yes';
  return label === say('live.acts.goOn') ? 'on' : 'end';
}

/** Both say yes to what the moment asks, one seeing that the other has. */
export async function bothPress(one: Person, two: Person, id: string, label: string): Promise<void> {
  await button(one.page, label).click();
  await expect(one.main.getByText(say(`live.marks.mine.${askedBy(label)}`, { name: two.name }))).toBeVisible();
  await expect(two.main.getByText(say(`live.marks.theirs.${askedBy(label)}`, { name: one.name }))).toBeVisible();
  await press(two, id, label);
}

/** Both have the word once, and go on. */
export async function takeTurns(one: Person, two: Person, id: string): Promise<void> {
  const [first, second] = await orderByHolder(id, one, two);
  await press(first, id, say('live.acts.pass'));
  await press(second, id, say('live.acts.pass'));
  await bothPress(one, two, id, say('live.acts.goOn'));
}

/** Where words of the record are written. */
export function partField({ page }: Person, part: 'mine' | 'tries'): Locator {
  return page.getByRole('textbox', { name: say(`live.record.${part}`), exact: true });
}
