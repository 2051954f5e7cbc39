import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { clean } from '#lib/jobs/tasks/clean';
import { answerBid, makeBid, seeBids, withdrawBid } from '#lib/testing/news-and-bids';
import { createCouple, createPerson, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let one: Person;
let two: Person;
beforeEach(async () => {
  // Seven in the evening in Madrid, six in Lisbon.
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple({}, { timeZone: 'Europe/Lisbon' });
});
afterEach(() => moveClock());

const make = async (person = one, kind = 'hug') => (await makeBid(person, kind)).body.id;
const bidsOf = async (person: Person) => (await seeBids(person)).body;

test('is made with one tap, and seen by the one who is asked', async () => {
  const id = await make();
  expect(await bidsOf(two)).toMatchObject({ mine: null, theirs: { id, kind: 'hug', by: 'partner', answer: null } });
  expect(await bidsOf(one)).toMatchObject({ mine: { id, by: 'me' }, theirs: null });
  // Each may ask at the same time.
  await make(two, 'laugh');
  expect(await bidsOf(one)).toMatchObject({ mine: { kind: 'hug' }, theirs: { kind: 'laugh' } });
  expect(await listNames(two)).toEqual(['bid.made', 'bid.made']);
});

describe('an honest answer', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['yes now', { answer: 'now' }, { answer: 'now', when: null, text: null }],
    [
      'at a time, by the answerer’s own clock',
      { answer: 'at', when: { day: '2026-11-23', time: '21:00' } },
      { answer: 'at', when: { day: '2026-11-23', time: '22:00', at: '2026-11-23T21:00:00.000Z' }, text: null },
    ],
    [
      'not now, and when',
      { answer: 'cannot', when: { day: '2026-11-26', time: '09:00' }, text: 'Once the tax is done' },
      { answer: 'cannot', when: { day: '2026-11-26', time: '10:00' }, text: 'Once the tax is done' },
    ],
    [
      'not now, in words alone',
      { answer: 'cannot', text: 'After the children sleep' },
      { answer: 'cannot', when: null, text: 'After the children sleep' },
    ],
  ])('%s', async (_, body, seen) => {
    const id = await make();
    expect((await answerBid(two, id, body)).status).toBe(200);
    expect((await bidsOf(one)).mine?.answer).toMatchObject(seen as object);
    // Said again it is said once.
    await answerBid(two, id, body);
    expect(await listNames(one, id)).toEqual(['bid.made', 'bid.answered']);
  });

  test('may be another one later', async () => {
    const id = await make();
    await answerBid(two, id);
    await answerBid(two, id, { answer: 'cannot', text: 'The doorbell. In ten minutes' });
    expect((await bidsOf(one)).mine?.answer).toMatchObject({ answer: 'cannot', text: 'The doorbell. In ten minutes' });
    await answerBid(two, id, { answer: 'now' });
    expect((await bidsOf(one)).mine?.answer).toEqual({ answer: 'now', when: null, text: null });
  });

  test.each<[string, Record<string, unknown>]>([
    ['at a time that is over', { answer: 'at', when: { day: '2026-11-23', time: '17:59' } }],
    ['at a time that is not today or tomorrow', { answer: 'at', when: { day: '2026-11-25', time: '09:00' } }],
    ['in more than a week', { answer: 'cannot', when: { day: '2026-12-01', time: '09:00' } }],
    ['on no day', { answer: 'at', when: { day: 'soon', time: '09:00' } }],
    ['at no time', { answer: 'at' }],
    ['a bare no', { answer: 'cannot' }],
    ['in too many words', { answer: 'cannot', text: 'x'.repeat(141) }],
    ['with words to a yes', { answer: 'now', text: 'Fine' }],
    ['none of them', { answer: 'maybe' }],
  ])('%s is none', async (_, body) => {
    expect((await answerBid(two, await make(), body)).status).toBe(422);
  });

  test('is the other’s to give', async () => {
    expect((await answerBid(one, await make())).status).toBe(404);
  });
});

test('one is open at once; an answered one makes place for the next', async () => {
  const id = await make();
  const second = await makeBid(one, 'help');
  expect([second.code, second.present?.id]).toEqual(['bid_open', id]);
  await answerBid(two, id);
  const next = await make(one, 'help');
  expect(await bidsOf(two)).toMatchObject({ theirs: { id: next, kind: 'help', answer: null } });
  expect((await answerBid(two, id)).status).toBe(404);
});

test('of two taps at the same moment one counts, and the same one twice is once', async () => {
  const sent = await Promise.all(['hug', 'help', 'quiet'].map((kind) => makeBid(one, kind)));
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const [, other] = await createCouple();
  const id = randomUUID();
  const same = await Promise.all([1, 2, 3].map(() => makeBid(other, 'hug', id)));
  expect(same.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await listNames(other)).toEqual(['bid.made']);
});

test('is taken back by the one who asks, and answered or gone at the same moment', async () => {
  const first = await make();
  expect((await withdrawBid(two, first)).status).toBe(404);
  expect((await withdrawBid(one, first)).status).toBe(204);
  expect((await withdrawBid(one, first)).status).toBe(404);
  for (let round = 0; round < 4; round++) {
    const id = await make();
    const [answered, taken] = await Promise.all([answerBid(two, id), withdrawBid(one, id)]);
    expect(taken.status).toBe(204);
    expect([200, 404]).toContain(answered.status);
    expect(await bidsOf(two)).toEqual({ mine: null, theirs: null });
  }
});

describe('fades', () => {
  const at = (time: string) => moveClock(new Date(`2026-11-${time}:00Z`));

  test('unanswered, after a day: nobody sees it, and the next can be made', async () => {
    const id = await make();
    at('24T17:59');
    expect((await bidsOf(two)).theirs?.id).toBe(id);
    at('24T18:01');
    for (const person of [one, two]) expect(await bidsOf(person)).toEqual({ mine: null, theirs: null });
    expect((await answerBid(two, id)).status).toBe(404);
    expect((await withdrawBid(one, id)).status).toBe(404);
    expect((await makeBid(one)).status).toBe(200);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['yes now', { answer: 'now' }, '23T20:59', '23T21:01'],
    ['its time', { answer: 'at', when: { day: '2026-11-24', time: '08:00' } }, '24T10:59', '24T11:00'],
    ['another day', { answer: 'cannot', when: { day: '2026-11-26', time: '08:00' } }, '26T10:59', '26T11:00'],
    ['words alone', { answer: 'cannot', text: 'Tomorrow' }, '24T17:59', '24T18:01'],
  ])('after %s', async (_, body, still, gone) => {
    const id = await make();
    await answerBid(two, id, body);
    at(still);
    expect((await bidsOf(one)).mine?.id).toBe(id);
    at(gone);
    expect((await bidsOf(one)).mine).toBeNull();
  });

  test('and leaves nothing: no row, and of its events not who, which or when', async () => {
    const faded = await make();
    await answerBid(two, faded);
    const open = await make(two, 'quiet');
    at('23T21:30');
    await withdrawBid(one, await make(one, 'laugh'));
    await clean();
    await clean();
    const { rows } = await owner.query('SELECT id FROM bid WHERE couple_id = $1', [one.coupleId]);
    expect(rows).toEqual([{ id: open }]);
    const events = await owner.query(
      'SELECT name, actor_id, subject_id, created_at FROM event WHERE couple_id = $1 ORDER BY seq',
      [one.coupleId],
    );
    const nothing = {
      name: 'bid.faded',
      actor_id: null,
      subject_id: null,
      created_at: new Date('2026-11-01T00:00:00Z'),
    };
    expect(events.rows).toEqual([
      nothing,
      nothing,
      expect.objectContaining({ name: 'bid.made', subject_id: open }),
      nothing,
      nothing,
    ]);
    // The numbers have no gaps.
    expect(await listNames(two)).toHaveLength(5);
  });
});

test('is nobody else’s, and takes two', async () => {
  const id = await make();
  const stranger = await createPerson();
  expect((await makeBid(stranger)).code).toBe('alone');
  expect((await answerBid(stranger, id)).status).toBe(404);
  expect((await withdrawBid(stranger, id)).status).toBe(404);
  expect(await bidsOf(stranger)).toEqual({ mine: null, theirs: null });
  expect((await makeBid(stranger, 'hug', id)).status).toBe(409);
  expect((await seeBids(null)).status).toBe(401);
  expect((await makeBid(one, 'massage')).status).toBe(422);
});
