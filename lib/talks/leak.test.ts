import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PUT as makeCalendar } from '#app/api/calendar/route';
import { listEntries } from '#lib/calendar/queries';
import { moveClock } from '#lib/clock';
import { call } from '#lib/http/call';
import { listCommitments } from '#lib/talks/commitments';
import { listNotes } from '#lib/talks/notes';
import { listTalks, listUnapproved } from '#lib/talks/queries';
import { getSchedule } from '#lib/talks/schedule';
import { as, createCouple, type Person } from '#lib/testing/people';
import {
  act,
  agreeToRitual,
  bring,
  dropNote,
  heldTalk,
  offer,
  proposeRitual,
  seeLive,
  talkAt,
  unbring,
  writeNote,
} from '#lib/testing/talks';
import { startWatch } from '#lib/testing/watch';
import { differ, readRoutes } from '#lib/testing/watcher';

// A partner who watches: every GET there is, every page's query, every table and the socket, before and after each thing an
// author does with notes. All stays as it was, to the byte, until a talk begins; then only titles show.

const at = new Date('2026-11-23T18:00:00Z');
const { listen, readTables } = startWatch();

let author: Person;
let partner: Person;
/** A talk that was held, and the partner's feed, so that nothing below is empty for want of anything. */
let shared: { talk: string; feed: string };
let heard: string[];

beforeEach(async () => {
  moveClock(at);
  [author, partner] = await createCouple();
  await proposeRitual(author);
  await agreeToRitual(partner);
  await writeNote(partner, { title: 'Of the partner’s own' });
  await offer(author, { talkId: await heldTalk(author, partner) });
  const { address } = (await call(partner, makeCalendar, 'PUT', { body: { showsTitles: true } })).body;
  const talk = (await as(partner, listTalks)).talks[0]?.id ?? '';
  shared = { talk, feed: String(address).split('/').at(-1) ?? '' };

  heard = [];
  await listen(partner, (name, event) => name === 'event' && heard.push(JSON.stringify(event)));
});
afterEach(() => moveClock());

/** Everything that the partner can find out, by where. */
async function watch(id: string): Promise<Map<string, string>> {
  // At one moment, since some answers tell the time.
  moveClock(at);
  const seen = await readRoutes(partner, {
    id: [id, shared.talk, '00000000-0000-4000-8000-000000000000'],
    matterId: [id],
    file: [shared.feed],
    ideaId: [],
  });
  // Its time is the server's.
  for (const [key, text] of seen) seen.set(key, text.replaceAll(/\\"now\\":\d+/g, ''));
  const views = await as(partner, async (scope) => ({
    'page: talk': [await getSchedule(scope), await listCommitments(scope), await listUnapproved(scope)],
    'page: notes': await listNotes(scope),
    'page: past': await listTalks(scope),
    'page: calendar': [await listEntries(scope, true), await listEntries(scope, false)],
    'page: counter': scope.member.eventSeq,
  }));
  for (const [page, view] of Object.entries(views)) seen.set(page, JSON.stringify(view));
  for (const [table, rows] of Object.entries(await readTables(partner, at))) seen.set(`table: ${table}`, rows);
  return seen;
}

type Step = [name: string, act: (id: string) => Promise<{ status: number }>];

const steps: Step[] = [
  ['write', (id) => writeNote(author, { title: 'Mornings' }, id)],
  ...[1, 2, 3].map(
    (n): Step => [`write anew, ${n}`, (id) => writeNote(author, { title: `Word ${n}`, text: 'x'.repeat(n * 400) }, id)],
  ),
  ['of another kind', (id) => writeNote(author, { kind: 'secret', title: 'What I never told', text: 'It' }, id)],
  ['bring', (id) => bring(author, id)],
  ['change what is brought', (id) => writeNote(author, { title: 'A title that changed', text: 'It' }, id)],
  ['lend', (id) => bring(author, id, { lend: true })],
  ['change what is lent', (id) => writeNote(author, { title: 'A title that changed', text: 'Another text' }, id)],
  ['lend no more', (id) => bring(author, id, { lend: false })],
  ['leave it with me', (id) => unbring(author, id)],
  ['bring it again', (id) => bring(author, id, { lend: true })],
];

test('of a note the partner finds nothing, whatever its author does, until a talk begins', async () => {
  const id = randomUUID();
  const before = await watch(id);
  expect(before.size).toBeGreaterThan(40);
  const all: Step[] = [...steps, ['delete', (note) => dropNote(author, note)]];
  for (const [name, does] of all) {
    expect((await does(id)).status, name).toBeLessThan(300);
    expect(differ(before, await watch(id)), name).toEqual([]);
  }
  // Something that is told comes after all that could have been.
  await offer(author);
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toContain('commitment.offered');
});

test('once a talk has begun they find its title and no more; and nothing again once it is over', async () => {
  const id = randomUUID();
  const kept = randomUUID();
  for (const [, does] of steps) await does(id);
  await writeNote(author, { title: 'Not brought at all' }, kept);
  const before = await watch(id);
  expect(JSON.stringify([...before])).not.toContain('A title that changed');
  const talk = await talkAt(author, partner, 'thanks');
  const during = JSON.stringify([...(await watch(talk))]);
  expect((await seeLive(partner, talk)).body.matters.map(({ title }) => title)).toEqual(['A title that changed']);
  expect(during).not.toMatch(/Another text|Not brought|Word \d|never told/);
  expect(during).not.toContain(kept);
  for (const person of [author, partner]) await act(person, talk, { name: 'stop' });
  const rows = await readTables(partner, at);
  expect(rows.matter).toBe('');
  expect(rows.lent_note).toBe('');
  expect(JSON.stringify([...(await watch(talk))])).not.toMatch(
    /A title that changed|Another text|Not brought|Word \d|never told/,
  );
});
