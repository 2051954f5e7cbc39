import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PUT as makeCalendar } from '#app/api/calendar/route';
import { listEntries } from '#lib/calendar/queries';
import { moveClock } from '#lib/clock';
import { getWeeks, listCheckIns } from '#lib/feelings/queries';
import { call } from '#lib/http/call';
import { listTodaysPlans } from '#lib/plans/today';
import { getTodaysPrompt, listWaiting } from '#lib/prompts/queries';
import { listTodaysTalk } from '#lib/talks/today';
import { checkInAs, dropCheckIn, seeCheckIns } from '#lib/testing/feelings';
import { as, createCouple, type Person } from '#lib/testing/people';
import { heldTalk, offer } from '#lib/testing/talks';
import { startWatch } from '#lib/testing/watch';
import { differ, readRoutes } from '#lib/testing/watcher';

// A partner who watches: every GET there is, every page's query, every table and the socket, before and after each thing that
// somebody does with check-ins. All stays as it was, to the byte.

const at = new Date('2026-11-23T18:00:00Z');
const { listen, readTables } = startWatch();

let author: Person;
let partner: Person;
/** What the two have, and the partner's own, so that nothing below is empty for want of anything. */
let shared: { talk: string; feed: string; own: string };
let heard: string[];

beforeEach(async () => {
  moveClock(at);
  [author, partner] = await createCouple();
  const own = (await checkInAs(partner, { feelings: ['glad'] })).body.id;
  const talk = await heldTalk(author, partner);
  const { address } = (await call(partner, makeCalendar, 'PUT', { body: { showsTitles: true } })).body;
  shared = { talk, own, feed: String(address).split('/').at(-1) ?? '' };

  heard = [];
  await listen(partner, (...args) => heard.push(JSON.stringify(args)));
});
afterEach(() => moveClock());

/** Everything that the partner can find out, by where. */
async function watch(id: string): Promise<Map<string, string>> {
  // At one moment, since some answers tell the time.
  moveClock(at);
  const seen = await readRoutes(partner, {
    id: [id, shared.own, shared.talk, '00000000-0000-4000-8000-000000000000'],
    matterId: [id],
    file: [shared.feed],
    ideaId: [],
  });
  for (const [key, text] of seen) seen.set(key, text.replaceAll(/\\"now\\":\d+/g, ''));
  const views = await as(partner, async (scope) => ({
    'page: today': [
      (await getTodaysPrompt(scope))?.id,
      await listWaiting(scope),
      await listTodaysPlans(scope),
      await listTodaysTalk(scope),
    ],
    'page: feelings': await listCheckIns(scope),
    'page: weeks': await getWeeks(scope),
    'page: calendar': [await listEntries(scope, true), await listEntries(scope, false)],
    'page: counter': scope.member.eventSeq,
  }));
  for (const [page, view] of Object.entries(views)) seen.set(page, JSON.stringify(view));
  for (const [table, rows] of Object.entries(await readTables(partner, at))) seen.set(`table: ${table}`, rows);
  return seen;
}

const steps: [name: string, act: (id: string) => Promise<{ status: number }>][] = [
  ['a word', (id) => checkInAs(author, { feelings: ['far-from-you'] }, id)],
  ['the same again', (id) => checkInAs(author, { feelings: ['far-from-you'] }, id)],
  ['other words, and a line', (id) => checkInAs(author, { feelings: ['unseen', 'unheard'], line: 'Again' }, id)],
  ['all of it', (id) => checkInAs(author, { strength: 5, needs: ['early-night'], body: ['wet-eyes'] }, id)],
  ['another one', () => checkInAs(author, { feelings: ['unsure-of-us'], around: ['us'] })],
  ['what is refused', async (id) => ({ ...(await checkInAs(author, { feelings: [] }, id)), status: 200 })],
  ['look at them', () => seeCheckIns(author)],
  ['delete', (id) => dropCheckIn(author, id)],
  ['delete what is gone', (id) => dropCheckIn(author, id)],
];

test('of a check-in the partner finds nothing, whatever is done with it', async () => {
  const id = randomUUID();
  // Once unseen, so that what is made by being looked at is made.
  await watch(id);
  const before = await watch(id);
  expect(before.size).toBeGreaterThan(40);
  expect(before.get('page: feelings')).toContain('glad');
  for (const [name, act] of steps) {
    expect((await act(id)).status, name).toBeLessThan(300);
    expect(differ(before, await watch(id)), name).toEqual([]);
  }
  // Something that is told comes after all that could have been.
  await offer(author);
  await expect.poll(() => heard.filter((line) => line.includes('commitment.offered')).length).toBe(1);
  expect(heard.filter((line) => line.startsWith('["event"'))).toHaveLength(1);
});

test('an id that the partner knows answers as one that nobody has', async () => {
  const { id } = (await checkInAs(author, { feelings: ['rejected'] })).body;
  const seen = await watch(id);
  const none = '00000000-0000-4000-8000-000000000000';
  expect(seen.get(`GET check-ins/[id] ${id}`)).toBe(seen.get(`GET check-ins/[id] ${none}`));
});
