import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveClock } from '#lib/clock';
import { mostCommitments } from '#lib/talks/commitments';
import { createCouple, createPerson, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';
import { accept, decline, listCommitments, offer, sayOutcome, seeTalk, talkAt } from '#lib/testing/talks';

let one: Person;
let two: Person;
beforeEach(async () => {
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple();
});
afterEach(() => moveClock());

const idsOf = async (person: Person) => (await listCommitments(person)).body.commitments.map(({ id }) => id);

test('is offered by one, accepted by the other, and settled by the same word of both', async () => {
  const talkId = await talkAt(one, two, 'ask');
  const { id } = (await offer(one, { talkId })).body;
  expect((await listCommitments(two)).body.commitments).toMatchObject([
    { id, by: 'partner', doer: 'me', state: 'offered', isDue: false, text: 'Tuesdays are mine' },
  ]);
  expect((await sayOutcome(two, id, 'kept')).code).toBe('commitment_changed');
  expect((await accept(one, id)).code).toBe('commitment_changed');
  expect((await accept(two, id)).body.state).toBe('open');
  expect((await accept(two, id)).status).toBe(200);
  moveClock(new Date('2026-12-01T12:00:00Z'));
  expect((await listCommitments(one)).body.commitments).toMatchObject([{ isDue: true, doer: 'partner' }]);
  expect((await sayOutcome(two, id, 'kept')).body.said).toEqual({ outcome: 'kept', by: 'me' });
  expect((await sayOutcome(two, id, 'kept')).body.state).toBe('open');
  expect((await sayOutcome(one, id, 'letgo')).body.said).toEqual({ outcome: 'letgo', by: 'me' });
  expect((await sayOutcome(two, id, 'letgo')).body).toMatchObject({ state: 'settled', outcome: 'letgo', said: null });
  expect((await sayOutcome(one, id, 'kept')).code).toBe('commitment_changed');
  expect(await idsOf(one)).toEqual([]);
  expect((await seeTalk(one, talkId)).body.commitments).toMatchObject([{ id, outcome: 'letgo' }]);
  expect((await listNames(one)).filter((name) => name.startsWith('commitment.'))).toEqual([
    'commitment.offered',
    'commitment.accepted',
    'commitment.said',
    'commitment.said',
    'commitment.settled',
  ]);
});

test('is declined or taken back, and looks the same either way', async () => {
  for (const person of [one, two]) {
    const { id } = (await offer(one)).body;
    expect((await decline(person, id)).status).toBe(204);
    expect((await decline(person, id)).status).toBe(404);
    expect(await idsOf(two)).toEqual([]);
  }
  const { id } = (await offer(one)).body;
  await accept(two, id);
  expect((await decline(two, id)).code).toBe('commitment_changed');
});

test('accepted and declined at the same moment it is one of them', async () => {
  for (let round = 0; round < 4; round++) {
    const { id } = (await offer(one)).body;
    const [yes, no] = await Promise.all([accept(two, id), decline(one, id)]);
    expect([yes.status === 200, no.status === 204].filter(Boolean)).toHaveLength(1);
    expect((await idsOf(one)).includes(id)).toBe(yes.status === 200);
  }
});

test('is changed by another in its place, once the other says yes to that', async () => {
  const { id } = (await offer(one)).body;
  expect((await offer(one, { earlierId: id })).code).toBe('commitment_changed');
  await accept(two, id);
  const later = (await offer(two, { text: 'Wednesdays', doer: 'me', earlierId: id })).body.id;
  expect((await listCommitments(one)).body.commitments.map(({ state }) => state).sort()).toEqual(['offered', 'open']);
  await accept(one, later);
  expect((await listCommitments(one)).body.commitments).toMatchObject([{ id: later, earlierId: id, state: 'open' }]);
});

test('settled meanwhile, what was to be changed stays so', async () => {
  const { id } = (await offer(one)).body;
  await accept(two, id);
  const later = (await offer(two, { text: 'Wednesdays', earlierId: id })).body.id;
  for (const person of [one, two]) await sayOutcome(person, id, 'kept');
  expect((await accept(one, later)).status).toBe(200);
  expect(await idsOf(one)).toEqual([later]);
});

test('both settle at the same moment: it is settled once, or said by one', async () => {
  const { id } = (await offer(one)).body;
  await accept(two, id);
  const sent = await Promise.all([one, two].map((person) => sayOutcome(person, id, 'kept')));
  expect(sent.map(({ status }) => status)).toEqual([200, 200]);
  expect(await idsOf(one)).toEqual([]);
  expect((await listNames(one)).filter((name) => name === 'commitment.settled')).toHaveLength(1);
});

test('twice is once; and it is nobody else’s', async () => {
  const id = randomUUID();
  const sent = await Promise.all([1, 2, 3].map(() => offer(one, {}, id)));
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await idsOf(one)).toEqual([id]);
  const stranger = await createPerson();
  expect((await offer(stranger)).code).toBe('alone');
  expect((await accept(stranger, id)).status).toBe(404);
  expect((await sayOutcome(stranger, id, 'kept')).status).toBe(404);
  expect((await decline(stranger, id)).status).toBe(404);
  expect((await accept(null, id)).status).toBe(401);
});

test.each([
  ['by nobody', { doer: 'somebody' }],
  ['on no day', { reviewOn: 'soon' }],
  ['without words', { text: '' }],
  ['in words that are too long', { text: 'x'.repeat(281) }],
  ['in a talk that is none', { talkId: randomUUID() }],
])('%s is refused', async (_, body) => {
  expect((await offer(one, body)).status).toBe(422);
});

test('other words for one are offered one at a time, also when both offer at the same moment', async () => {
  const { id: earlierId } = (await offer(one)).body;
  await accept(two, earlierId);
  const sent = await Promise.all([offer(one, { earlierId }), offer(two, { earlierId })]);
  expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
  const done = sent.find(({ status }) => status === 200)?.body.id ?? '';
  await decline(one, done);
  expect((await offer(two, { earlierId })).status).toBe(200);
});

test('more of them than anybody keeps is refused', async () => {
  for (let n = 0; n < mostCommitments; n++) expect((await offer(n % 2 ? one : two)).status).toBe(200);
  expect((await offer(one)).code).toBe('said_enough');
  await decline(one, (await idsOf(one))[0] ?? '');
  expect((await offer(one)).status).toBe(200);
});
