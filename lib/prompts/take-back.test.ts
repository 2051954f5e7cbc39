import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { GET as listEvents } from '#app/api/events/route';
import { PUT as giveAnswer, DELETE as takeAnswerBack } from '#app/api/prompts/[id]/answer/route';
import { PUT as keepDraft } from '#app/api/prompts/[id]/draft/route';
import { PUT as postpone } from '#app/api/prompts/[id]/postponement/route';
import { PUT as ask, GET as read, DELETE as takeBack } from '#app/api/prompts/[id]/route';
import { GET as list } from '#app/api/prompts/route';
import { GET as today } from '#app/api/prompts/today/route';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { questions } from '#lib/prompts/library';
import type { PromptLine, PromptView } from '#lib/prompts/view';
import { createCouple, createPerson, type Person } from '#lib/testing/people';

const own = { words: 'Which song was it?', topic: 'joy', depth: 'light' };

async function put(person: Person, body: Record<string, string> = own, id: string = randomUUID()): Promise<string> {
  expect((await call(person, ask, 'PUT', { params: { id }, body })).status).toBe(200);
  return id;
}

const give = (person: Person, id: string) =>
  call(person, giveAnswer, 'PUT', { params: { id }, body: { id: randomUUID(), text: 'The slow one' } });

async function takesBack(person: Person, id: string): Promise<number | string | undefined> {
  const { status, body } = await call(person, takeBack, 'DELETE', { params: { id } });
  return status === 204 ? 204 : (body.error as { code: string }).code;
}

async function listEventNames(person: Person): Promise<string[]> {
  const { body } = await call(person, listEvents, 'GET', { query: { after: '0' } });
  return (body.events as { name: string }[]).map(({ name }) => name);
}

test.each([
  ['of one’s own', own],
  ['of one’s own, deep', { ...own, depth: 'deep' }],
  ['of the library', { contentId: questions.find(({ depth }) => depth === 'warm')?.id ?? '' }],
])('a question %s that nobody has answered is gone for both, once', async (_, body) => {
  const [one, two] = await createCouple();
  const id = await put(one, body);
  expect(await Promise.all([takesBack(one, id), takesBack(one, id)])).toEqual([204, 204]);
  expect(await takesBack(one, id)).toBe(204);
  for (const person of [one, two]) {
    expect((await call(person, read, 'GET', { params: { id } })).status).toBe(404);
    expect((await call(person, list, 'GET')).body.waiting).toEqual([]);
  }
  expect(await listEventNames(two)).toEqual(['prompt.asked', 'prompt.takenback']);
  // It does not count as asked: it may be put again, even by a browser that still has its id.
  await put(one, body, id);
  expect(await takesBack(one, id)).toBe(204);
});

test('what the two began with it goes along: drafts, "not now"', async () => {
  const [one, two] = await createCouple();
  const id = await put(one);
  for (const person of [one, two]) {
    await call(person, keepDraft, 'PUT', { params: { id }, body: { text: 'The slow' } });
    await call(person, postpone, 'PUT', { params: { id } });
  }
  expect(await takesBack(one, id)).toBe(204);
});

test('nobody else takes it back, and nobody the question of the day', async () => {
  const [one, two] = await createCouple();
  const id = await put(one);
  expect(await takesBack(two, id)).toBe('not_found');
  expect(await takesBack(await createPerson(), id)).toBe('not_found');
  expect(await takesBack(one, randomUUID())).toBe('not_found');
  const { id: daily } = (await call(one, today, 'GET')).body.prompt as PromptView;
  for (const person of [one, two]) expect(await takesBack(person, daily)).toBe('not_found');
  expect((await call(two, list, 'GET')).body.waiting).toMatchObject([
    { id, askedBy: 'partner' },
  ] satisfies Partial<PromptLine>[]);
});

test('it stays once somebody has answered, and can go again when that was taken back', async () => {
  const [one, two] = await createCouple();
  const id = await put(one);
  await give(two, id);
  expect(await takesBack(one, id)).toBe('answered');
  await call(two, takeAnswerBack, 'DELETE', { params: { id } });
  const other = await put(one);
  await give(one, other);
  await give(two, other);
  expect(await takesBack(one, other)).toBe('answered');
  expect(await takesBack(one, id)).toBe(204);
});

test('an answer that comes at the same moment is kept, or never was', async () => {
  const [one, two] = await createCouple();
  for (let i = 0; i < 10; i += 1) {
    const id = await put(one);
    const [taken, given] = await Promise.all([takesBack(one, id), give(two, id)]);
    const { status } = await call(two, read, 'GET', { params: { id } });
    expect([taken, given.status, status]).toEqual(taken === 204 ? [204, 404, 404] : ['answered', 200, 200]);
  }
});

test('of a question from before this couple, the partner hears nothing', async () => {
  const [one, two] = await createCouple();
  const id = await put(one);
  const owner = new pg.Client(env.DATABASE_URL);
  await owner.connect();
  await owner.query('UPDATE prompt SET reader_ids = ARRAY[$2::uuid] WHERE id = $1', [id, one.userId]);
  await owner.end();
  expect(await takesBack(one, id)).toBe(204);
  expect(await listEventNames(two)).toEqual(['prompt.asked']);
});
