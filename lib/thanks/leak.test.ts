import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listEntries } from '#lib/calendar/queries';
import { moveClock } from '#lib/clock';
import { as, createCouple, type Person } from '#lib/testing/people';
import {
  answerIt,
  draw,
  dropThanks,
  giveLove,
  love,
  putAway,
  seeThanks,
  show,
  thank,
  thanked,
  unlove,
} from '#lib/testing/thanks';
import { startWatch } from '#lib/testing/watch';
import { differ, readRoutes } from '#lib/testing/watcher';
import { findNewThanks, listFondness, listGiven, listKept, listToShow } from '#lib/thanks/queries';

// A partner who watches: every GET there is, every page's query, every table and the socket, before and after each thing that
// one does with thanks for oneself. All stays as it was, to the byte.

const at = new Date('2026-11-23T18:00:00Z');
const { listen, readTables } = startWatch();

let one: Person;
let two: Person;
/** Given by the first and by the second, so that nothing below is empty for want of anything. */
let given: { byOne: string; byTwo: string };

beforeEach(async () => {
  moveClock(at);
  [one, two] = await createCouple();
  given = { byOne: await thanked(one, { way: 'note' }), byTwo: await thanked(two, { way: 'hug' }) };
  for (const person of [one, two]) {
    await thanked(person, { give: 'talk' });
    await love(person);
  }
});
afterEach(() => moveClock());

async function hearing(person: Person): Promise<string[]> {
  const heard: string[] = [];
  await listen(person, (name, event) => name === 'event' && heard.push(JSON.stringify(event)));
  return heard;
}

/** Everything that somebody can find out, by where. */
async function watch(watcher: Person, id: string): Promise<Map<string, string>> {
  moveClock(at);
  const seen = await readRoutes(watcher, {
    id: [id, given.byOne, given.byTwo, '00000000-0000-4000-8000-000000000000'],
    matterId: [],
    file: [],
    ideaId: [],
  });
  for (const [key, text] of seen) seen.set(key, text.replaceAll(/\\"now\\":\d+/g, ''));
  const views = await as(watcher, async (scope) => ({
    'page: given': await listGiven(scope),
    'page: kept': await listKept(scope),
    'page: to show': await listToShow(scope),
    'page: today': await findNewThanks(scope),
    'page: loved': await listFondness(scope),
    'page: calendar': await listEntries(scope, true),
    'page: counter': scope.member.eventSeq,
  }));
  for (const [page, view] of Object.entries(views)) seen.set(page, JSON.stringify(view));
  for (const [table, rows] of Object.entries(await readTables(watcher, at))) seen.set(`table: ${table}`, rows);
  return seen;
}

type Step = [name: string, act: (id: string) => Promise<{ outcome: number | string }>];

const waiting: Step[] = [
  ['write', (id) => thank(one, { give: 'kept' }, id)],
  ['rewrite', (id) => thank(one, { give: 'kept', did: 'x'.repeat(200), says: 'y', was: 'z', way: 'hug' }, id)],
  ['save it for the talk', (id) => thank(one, { give: 'talk' }, id)],
  ['set a time', (id) => thank(one, { give: { day: '2026-11-28', time: '10:00' } }, id)],
  ['another time', (id) => thank(one, { give: { day: '2026-11-29', time: '08:00' }, was: 'More words' }, id)],
  ['say how', (id) => show(one, id, { way: 'gesture', isShown: false })],
  ['read it', (id) => seeThanks(one, id)],
  ['drop', (id) => dropThanks(one, id)],
  ['love', (id) => love(one, 'How you hum', id)],
  ['love it otherwise', (id) => love(one, 'x'.repeat(250), id)],
  ['love it no more', (id) => unlove(one, id)],
  ['tick it', () => show(one, given.byOne, { way: 'note', isShown: true })],
  ['untick it', () => show(one, given.byOne, { way: null, isShown: false })],
  ['look at what was given to me', () => seeThanks(one, given.byTwo)],
  ['put it away', () => putAway(one, given.byTwo)],
  ['draw', () => draw(one)],
  ['draw another', () => draw(one)],
];

test('of what one does with thanks for oneself the other finds nothing', async () => {
  const heard = await hearing(two);
  const id = randomUUID();
  const before = await watch(two, id);
  expect(before.size).toBeGreaterThan(40);
  for (const [name, does] of waiting) {
    expect((await does(id)).outcome, name).toBeLessThan(300);
    expect(differ(before, await watch(two, id)), name).toEqual([]);
  }
  // Something that is told comes after all that could have been.
  await answerIt(one, given.byTwo);
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toContain('thanks.answered');
});

test('given, it says what it was in the end, and nothing of how it came about', async () => {
  moveClock(new Date('2026-11-20T09:13:00Z'));
  const [timed, loved] = [randomUUID(), randomUUID()];
  for (const [index, words] of ['First thought', 'Second thought'].entries()) {
    await thank(one, { did: words, give: { day: '2026-11-28', time: '10:00' }, way: 'gesture' }, timed);
    await love(one, `${words}, loved`, loved);
    moveClock(new Date(`2026-11-2${index + 1}T09:13:00Z`));
  }
  moveClock(at);
  await thank(one, { did: 'The last word', give: 'now', way: 'gesture' }, timed);
  await love(one, 'The last word, loved', loved);
  await giveLove(one, loved);
  const seen = [...(await watch(two, timed))].filter(([where]) => /thanks|fondness|aside|event|page/.test(where));
  const all = JSON.stringify(seen);
  expect(seen.length).toBeGreaterThan(10);
  expect(all).toContain('The last word, loved');
  expect(all).not.toMatch(/thought|gesture|2026-11-28|T09:13|09:13/);
});
