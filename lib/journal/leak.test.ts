import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PUT as makeCalendar } from '#app/api/calendar/route';
import { listEntries as listCalendar } from '#lib/calendar/queries';
import { moveClock } from '#lib/clock';
import { call } from '#lib/http/call';
import { deliverSharings } from '#lib/jobs/tasks/deliver-sharings';
import { isViewOffered, listEntries } from '#lib/journal/queries';
import { listSharings, listUnopened } from '#lib/sharings/queries';
import { listNotes } from '#lib/talks/notes';
import { getSchedule } from '#lib/talks/schedule';
import {
  closeJournal,
  dropEntry,
  openSharing,
  seeEntry,
  share,
  stayInJournal,
  takeBack,
  writeEntry,
} from '#lib/testing/journal';
import { as, createCouple, type Person } from '#lib/testing/people';
import { bring, writeNote } from '#lib/testing/talks';
import { startWatch } from '#lib/testing/watch';
import { differ, readRoutes } from '#lib/testing/watcher';

// A partner who watches: every GET there is, every page's query, every table and the socket, before and after each thing that
// the other does in the journal, or shapes to be shared. All stays as it was, to the byte, until it is delivered.

const at = new Date('2026-11-23T18:00:00Z');
const { listen, readTables } = startWatch();

let author: Person;
let partner: Person;
/** Something that was shared before, and the partner's feed, so that nothing below is empty for want of anything. */
let shared: { sharing: string; entry: string; feed: string };
/** What each of the two was told. */
let heard: { author: string[]; partner: string[] };

async function hearing(person: Person, into: string[]): Promise<void> {
  await listen(person, (name, event) => name === 'event' && into.push(JSON.stringify(event)));
}

beforeEach(async () => {
  moveClock(at);
  [author, partner] = await createCouple();
  const sharing = (await share(author, { words: { felt: 'glad of you' } })).body.id;
  const entry = (await writeEntry(partner, { text: 'Of the partner’s own' })).body.id;
  moveClock(new Date(at.getTime() + 11 * 60_000));
  await deliverSharings();
  await openSharing(partner, sharing);
  moveClock(at);
  const { address } = (await call(partner, makeCalendar, 'PUT', { body: { showsTitles: true } })).body;
  shared = { sharing, entry, feed: String(address).split('/').at(-1) ?? '' };
  heard = { author: [], partner: [] };
  await hearing(author, heard.author);
  await hearing(partner, heard.partner);
});
afterEach(() => moveClock());

/** Everything that somebody can find out, by where. */
async function watch(person: Person, id: string): Promise<Map<string, string>> {
  // At one moment, since some answers tell the time.
  moveClock(at);
  const seen = await readRoutes(person, {
    id: [id, shared.sharing, shared.entry, '00000000-0000-4000-8000-000000000000'],
    matterId: [id],
    file: [shared.feed],
    ideaId: [],
  });
  const views = await as(person, async (scope) => ({
    'page: journal': [await listEntries(scope), await isViewOffered(scope)],
    'page: shared': await listSharings(scope),
    'page: today': await listUnopened(scope),
    'page: talk': [await getSchedule(scope), await listNotes(scope)],
    'page: calendar': [await listCalendar(scope, true), await listCalendar(scope, false)],
    'page: counter': scope.member.eventSeq,
  }));
  for (const [page, view] of Object.entries(views)) seen.set(page, JSON.stringify(view));
  for (const [table, rows] of Object.entries(await readTables(person, at))) seen.set(`table: ${table}`, rows);
  return seen;
}

type Step = [name: string, act: (id: string) => Promise<{ status: number }>];

const letter = (id: string, after: number, text: string) => writeEntry(author, { form: 'letter', after, text }, id);
const words = { when: 'the door closed', felt: 'left out', need: 'a word', would: 'say it' };

const journal: Step[] = [
  ['begin', (id) => letter(id, 0, 'I never said')],
  ...[1, 2, 3].map((n): Step => [`write on, ${n}`, (id) => letter(id, n, 'x'.repeat(n * 400))]),
  ['read', (id) => seeEntry(author, id)],
  ['name it', () => writeEntry(author, { form: 'feeling', sensations: [], feelings: ['left-out'], needs: [] })],
  ['see it as a friend', () => writeEntry(author, { form: 'friend' })],
  ['stay', () => stayInJournal(author)],
  ['delete', (id) => dropEntry(author, id)],
  ['close it', () => closeJournal(author)],
];
const sharing: Step[] = [
  ['shape', (id) => share(author, { words }, id)],
  [
    'shape it to be read together, later',
    () => share(author, { how: 'together', words, at: { day: '2026-11-30', time: '20:00' } }),
  ],
  ['send it twice', (id) => share(author, { words }, id)],
  ['take it back', (id) => takeBack(author, id)],
  ['shape it anew', (id) => share(author, { words: { felt: 'otherwise' } }, id)],
  ['take it back again', (id) => takeBack(author, id)],
  [
    'bring it to a talk instead',
    async (id) => {
      await writeNote(author, { title: 'a word before you go' }, id);
      return bring(author, id);
    },
  ],
];

test.each([
  ['the journal', journal],
  ['what is shaped to be shared and has not gone', sharing],
])('of %s the partner finds nothing, whatever its author does', async (_, steps) => {
  const id = randomUUID();
  const before = await watch(partner, id);
  expect(before.size).toBeGreaterThan(50);
  for (const [name, does] of steps) {
    expect((await does(id)).status, name).toBeLessThan(300);
    expect(differ(before, await watch(partner, id)), name).toEqual([]);
  }
  // By its id they find out nothing either.
  for (const answer of [
    await seeEntry(partner, id),
    await writeEntry(partner, { after: 1 }, id),
    await openSharing(partner, id),
  ])
    expect(answer.status).toBe(404);
  // Something that is told comes after all that could have been.
  expect(heard.partner).toEqual([]);
  const last = (await share(author)).body.id;
  moveClock(new Date(at.getTime() + 11 * 60_000));
  await deliverSharings();
  await expect.poll(() => heard.partner.length).toBe(1);
  expect(heard.partner[0]).toContain(last);
});

test('delivered, it shows nothing of when it was shaped, nor of the journal', async () => {
  const id = randomUUID();
  await writeEntry(author, { text: 'The door closed. I stood there.' });
  await share(author, { words, at: { day: '2026-11-24', time: '08:00' } }, id);
  const waited = await watch(partner, id);
  expect(waited.get('table: sharing')).not.toContain(id);
  moveClock(new Date('2026-11-24T07:02:00Z'));
  await deliverSharings();
  const after = await watch(partner, id);
  expect(
    differ(waited, after)
      .filter((key) => !key.includes(id))
      .sort(),
  ).toEqual([
    'GET events ',
    'GET sharings ',
    'page: counter',
    'page: shared',
    'page: today',
    'table: couple',
    'table: event',
    'table: sharing',
  ]);
  const row = JSON.parse(
    after
      .get('table: sharing')
      ?.split('\n')
      .find((one) => one.includes(id)) ?? '{}',
  );
  expect(row).toMatchObject({ deliver_at: null, delivered_at: expect.stringContaining('2026-11-24T07:02') });
  expect(JSON.stringify([...after])).not.toMatch(/stood there|2026-11-24T07:00/);
});

test('of reading what was shared its author finds nothing', async () => {
  const id = (await share(author, { words })).body.id;
  moveClock(new Date(at.getTime() + 11 * 60_000));
  await deliverSharings();
  const before = await watch(author, id);
  expect((await openSharing(partner, id)).status).toBe(200);
  expect(differ(before, await watch(author, id))).toEqual([]);
});
