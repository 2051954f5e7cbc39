import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { GET as listEvents } from '#app/api/events/route';
import { PUT as giveAnswer } from '#app/api/prompts/[id]/answer/route';
import { PUT as react } from '#app/api/prompts/[id]/reactions/[kind]/route';
import { PUT as ask } from '#app/api/prompts/[id]/route';
import { call } from '#lib/http/call';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';

async function eventsAfter(person: Person, seq: number) {
  const { body } = await call(person, listEvents, 'GET', { query: { after: String(seq) } });
  return body as { events: { seq: number; name: string; actorId: string; subjectId: string }[]; seq: number };
}

async function askOwn(person: Person): Promise<string> {
  const id = randomUUID();
  await call(person, ask, 'PUT', {
    params: { id },
    body: { words: 'Which song was it?', topic: 'joy', depth: 'light' },
  });
  return id;
}

describe('the couple’s counter', () => {
  test('has no gap and no twin when twenty write at once', async () => {
    const [one, two] = await createCouple();
    await Promise.all(Array.from({ length: 20 }, (_, i) => askOwn(i % 2 ? one : two)));
    const { events, seq } = await eventsAfter(two, 0);
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(seq).toBe(20);
  });

  test('does not move when the work fails', async () => {
    const [one] = await createCouple();
    const id = await askOwn(one);
    await expect(
      as(one, async ({ record }) => {
        await record('prompt.asked', id);
        throw new Error('later');
      }),
    ).rejects.toThrow('later');
    await askOwn(one);
    expect((await eventsAfter(one, 0)).events.map((event) => event.seq)).toEqual([1, 2]);
  });

  test('is the couple’s own', async () => {
    const [one] = await createCouple();
    const stranger = await createPerson();
    await askOwn(one);
    expect(await eventsAfter(stranger, 0)).toEqual({ events: [], seq: 0 });
  });
});

test('a page catches up with what it missed, and only that', async () => {
  const [one, two] = await createCouple();
  const id = await askOwn(one);
  await call(one, giveAnswer, 'PUT', { params: { id }, body: { id: randomUUID(), text: 'Yours' } });
  const seen = (await eventsAfter(two, 0)).seq;
  await call(two, giveAnswer, 'PUT', { params: { id }, body: { id: randomUUID(), text: 'Mine' } });
  await call(one, react, 'PUT', { params: { id, kind: 'felt' } });
  const { events } = await eventsAfter(two, seen);
  expect(events.map(({ name }) => name)).toEqual(['prompt.revealed', 'reaction.changed']);
  expect(Object.keys(events[0] ?? {}).sort()).toEqual(['actorId', 'name', 'seq', 'subjectId']);
});

test('a change of a sealed answer makes no event', async () => {
  const [one, two] = await createCouple();
  const id = await askOwn(one);
  for (const text of ['First', 'Second', 'Third']) {
    await call(one, giveAnswer, 'PUT', { params: { id }, body: { id: randomUUID(), text } });
  }
  expect((await eventsAfter(two, 0)).events.map(({ name }) => name)).toEqual(['prompt.asked', 'answer.given']);
});

test.each([
  ['nothing', {}],
  ['a word', { after: 'x' }],
  ['a fraction', { after: '1.5' }],
  ['a minus', { after: '-1' }],
  ['too much', { after: '99999999999' }],
  ['more', { after: '0', before: '3' }],
])('%s is refused in words', async (_, query) => {
  const [one] = await createCouple();
  const { status, body } = await call(one, listEvents, 'GET', { query });
  expect(status).toBe(422);
  expect(body.error).toMatchObject({ code: 'invalid' });
});
