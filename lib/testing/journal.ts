import { randomUUID } from 'node:crypto';
import * as entry from '#app/api/entries/[id]/route';
import * as lock from '#app/api/entries/lock/route';
import * as opening from '#app/api/entries/opening/route';
import * as entries from '#app/api/entries/route';
import * as sharingAnswer from '#app/api/sharings/[id]/answers/[answerId]/route';
import * as opened from '#app/api/sharings/[id]/opened/route';
import * as sharing from '#app/api/sharings/[id]/route';
import * as sharings from '#app/api/sharings/route';
import type { EntryLine, EntryView } from '#lib/journal/view';
import type { SharingView } from '#lib/sharings/view';
import { ask } from '#lib/testing/ask';
import type { Person } from '#lib/testing/people';

type Body = Record<string, unknown>;

/** Everything that one does in a journal, and shares, as somebody does it through the API. */
export const writeEntry = (person: Person | null, body: Body = {}, id: string = randomUUID()) =>
  ask<EntryView>(person, entry.PUT, 'PUT', { id }, { form: 'free', after: 0, text: 'It rained all day.', ...body });
export const seeEntry = (person: Person | null, id: string) => ask<EntryView>(person, entry.GET, 'GET', { id });
export const dropEntry = (person: Person | null, id: string) => ask(person, entry.DELETE, 'DELETE', { id });
export const seeEntries = (person: Person | null, query: Record<string, string> = {}) =>
  ask<{ entries: EntryLine[]; next: string | null }>(person, entries.GET, 'GET', {}, undefined, query);
export const openWith = (person: Person | null, password: string) => ask(person, opening.PUT, 'PUT', {}, { password });
export const stayInJournal = (person: Person | null) => ask(person, opening.POST, 'POST');
export const closeJournal = (person: Person | null) => ask(person, opening.DELETE, 'DELETE');
export const lockAfter = (person: Person | null, minutes: number, password: string) =>
  ask(person, lock.PUT, 'PUT', {}, { minutes, password });

export const share = (person: Person | null, body: Body = {}, id: string = randomUUID()) =>
  ask<SharingView>(person, sharing.PUT, 'PUT', { id }, { how: 'alone', words: { felt: 'left out' }, ...body });
export const takeBack = (person: Person | null, id: string) => ask(person, sharing.DELETE, 'DELETE', { id });
export const seeSharing = (person: Person | null, id: string) => ask<SharingView>(person, sharing.GET, 'GET', { id });
export const seeSharings = (person: Person | null) =>
  ask<{ waiting: SharingView[]; delivered: SharingView[] }>(person, sharings.GET, 'GET');
export const openSharing = (person: Person | null, id: string) => ask<SharingView>(person, opened.PUT, 'PUT', { id });
export const answerSharing = (person: Person | null, id: string, body: Body = {}, answerId: string = randomUUID()) =>
  ask<SharingView>(
    person,
    sharingAnswer.PUT,
    'PUT',
    { id, answerId },
    { intent: 'understood', text: 'I see it now.', ...body },
  );
