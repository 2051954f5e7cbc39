import { randomUUID } from 'node:crypto';
import * as acceptance from '#app/api/commitments/[id]/acceptance/route';
import * as outcome from '#app/api/commitments/[id]/outcome/route';
import * as commitment from '#app/api/commitments/[id]/route';
import * as commitments from '#app/api/commitments/route';
import * as bringing from '#app/api/notes/[id]/bringing/route';
import * as note from '#app/api/notes/[id]/route';
import * as notes from '#app/api/notes/route';
import * as agreement from '#app/api/ritual/agreement/route';
import * as proposal from '#app/api/ritual/proposal/route';
import * as ritual from '#app/api/ritual/route';
import * as approval from '#app/api/talks/[id]/approval/route';
import * as commands from '#app/api/talks/[id]/commands/route';
import * as lent from '#app/api/talks/[id]/lent/[matterId]/route';
import * as live from '#app/api/talks/[id]/live/route';
import * as parts from '#app/api/talks/[id]/parts/[partId]/route';
import * as talk from '#app/api/talks/[id]/route';
import * as day from '#app/api/talks/days/[day]/route';
import * as skip from '#app/api/talks/days/[day]/skip/route';
import * as talks from '#app/api/talks/route';
import type { Command } from '#lib/talks/live/commands';
import type { LiveView } from '#lib/talks/live/view';
import type { CommitmentView, NoteView, RecordView, ScheduleView, TalkLine, TalkView } from '#lib/talks/view';
import { ask } from '#lib/testing/ask';
import type { Person } from '#lib/testing/people';

type Body = Record<string, unknown>;
/** Everything that two do around a talk, as somebody does it through the API. */
export const beginTalk = (person: Person | null, body: Body = {}) =>
  ask<LiveView>(person, talks.POST, 'POST', {}, { id: randomUUID(), form: 'short', phones: 2, ...body });
export const seeLive = (person: Person | null, id: string) => ask<LiveView>(person, live.GET, 'GET', { id });
export const give = (person: Person | null, id: string, moment: number, command: Command, as?: 'partner') =>
  ask<LiveView>(person, commands.POST, 'POST', { id }, { moment, command, ...(as && { as }) });
export const seeLent = (person: Person | null, id: string, matterId: string) =>
  ask<{ text: string }>(person, lent.GET, 'GET', { id, matterId });
export const listTalks = (person: Person | null, query: Record<string, string> = {}) =>
  ask<{ talks: TalkLine[]; next: string | null }>(person, talks.GET, 'GET', {}, undefined, query);
export const seeTalk = (person: Person | null, id: string) => ask<TalkView>(person, talk.GET, 'GET', { id });
export const writePart = (person: Person | null, id: string, body: Body, partId: string = randomUUID()) =>
  ask<RecordView>(person, parts.PUT, 'PUT', { id, partId }, body);
export const approve = (person: Person | null, id: string, n: number) =>
  ask<RecordView>(person, approval.PUT, 'PUT', { id }, { n });

export const writeNote = (person: Person | null, body: Body = {}, id: string = randomUUID()) =>
  ask<NoteView>(person, note.PUT, 'PUT', { id }, { kind: 'need', title: 'Mornings', ...body });
export const seeNote = (person: Person | null, id: string) => ask<NoteView>(person, note.GET, 'GET', { id });
export const dropNote = (person: Person | null, id: string) => ask(person, note.DELETE, 'DELETE', { id });
export const listNotes = (person: Person | null) => ask<{ notes: NoteView[] }>(person, notes.GET, 'GET');
export const bring = (person: Person | null, id: string, body: Body = {}) =>
  ask<NoteView>(person, bringing.PUT, 'PUT', { id }, body);
/** Writes a note and brings it. @returns its id, and the matter's */
export async function bringNew(
  person: Person,
  body: Body = {},
  how: Body = {},
): Promise<{ id: string; matterId: string }> {
  const { id } = (await writeNote(person, body)).body;
  const { matterId } = (await bring(person, id, how)).body;
  if (!matterId) throw new Error('A note could not be brought');
  return { id, matterId };
}
export const unbring = (person: Person | null, id: string) => ask(person, bringing.DELETE, 'DELETE', { id });

export const weekly = { rhythm: 'weekly', weekday: 7, time: '20:30', form: 'full' };
export const seeSchedule = (person: Person | null) => ask<ScheduleView>(person, ritual.GET, 'GET');
export const proposeRitual = (person: Person | null, body: Body = weekly) =>
  ask<ScheduleView>(person, ritual.PUT, 'PUT', {}, body);
export const agreeToRitual = (person: Person | null, body: Body = weekly) =>
  ask<ScheduleView>(person, agreement.PUT, 'PUT', {}, body);
export const declineRitual = (person: Person | null) => ask<ScheduleView>(person, proposal.DELETE, 'DELETE');
export const endRitual = (person: Person | null) => ask<ScheduleView>(person, ritual.DELETE, 'DELETE');
export const moveTalk = (person: Person | null, on: string, startsAt: Body) =>
  ask<ScheduleView>(person, day.PUT, 'PUT', { day: on }, { startsAt });
export const skipTalk = (person: Person | null, on: string) => ask<ScheduleView>(person, skip.PUT, 'PUT', { day: on });
export const unskipTalk = (person: Person | null, on: string) =>
  ask<ScheduleView>(person, skip.DELETE, 'DELETE', { day: on });

export const offer = (person: Person | null, body: Body = {}, id: string = randomUUID()) =>
  ask<CommitmentView>(
    person,
    commitment.PUT,
    'PUT',
    { id },
    { text: 'Tuesdays are mine', doer: 'partner', reviewOn: '2026-12-01', ...body },
  );
export const accept = (person: Person | null, id: string) => ask<CommitmentView>(person, acceptance.PUT, 'PUT', { id });
export const decline = (person: Person | null, id: string) => ask(person, commitment.DELETE, 'DELETE', { id });
export const sayOutcome = (person: Person | null, id: string, word: string) =>
  ask<CommitmentView>(person, outcome.PUT, 'PUT', { id }, { outcome: word });
export const listCommitments = (person: Person | null) =>
  ask<{ commitments: CommitmentView[] }>(person, commitments.GET, 'GET');

/** Gives a command for the moment of now, and must succeed. */
export async function act(person: Person, id: string, command: Command, as?: 'partner'): Promise<LiveView> {
  const { moment } = (await seeLive(person, id)).body;
  const { status, code, body } = await give(person, id, moment, command, as);
  if (status >= 300) throw new Error(`${command.name} was refused: ${code}`);
  return body;
}

/** Both say yes to what the moment asks. */
export async function bothSayYes(one: Person, two: Person, id: string): Promise<LiveView> {
  await act(one, id, { name: 'yes' });
  return act(two, id, { name: 'yes' });
}

/** Begins a talk and goes on, by the shortest way, until it stands at a step. @returns its id */
export async function talkAt(one: Person, two: Person, step: string, body: Body = {}): Promise<string> {
  const begun = await beginTalk(one, body);
  if (begun.status >= 300) throw new Error(`A talk could not be begun: ${begun.code}`);
  const { id } = begun.body;
  for (;;) {
    const view = (await seeLive(one, id)).body;
    if (view.step === step || view.phase === 'ended') return id;
    if (view.phase === 'turn') await act(view.holder === 'me' ? one : two, id, { name: 'pass' });
    else await bothSayYes(one, two, id);
  }
}

/** Holds a talk to its end. @returns its id */
export function heldTalk(one: Person, two: Person, body: Body = {}): Promise<string> {
  return talkAt(one, two, 'ended', body);
}
