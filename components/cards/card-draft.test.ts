import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyOf } from '#lib/unsent';
import { type CardFields, getCardDraft } from './card-draft';

const blank: CardFields = { likes: [], noes: [], words: {} };
const unsent = new Map<string, string>();
const sent: CardFields[] = [];
let answer: () => Promise<Response>;
let last = 0;

beforeEach(() => {
  vi.useFakeTimers();
  unsent.clear();
  sent.length = 0;
  answer = async () => new Response('{}', { status: 200 });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => unsent.get(key) ?? null,
    setItem: (key: string, text: string) => unsent.set(key, text),
    removeItem: (key: string) => unsent.delete(key),
  });
  vi.stubGlobal('fetch', (_path: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    return answer();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function begin() {
  last += 1;
  return { draft: getCardDraft(`user-${last}`, blank), key: keyOf(`user-${last}`, 'card') };
}

test('is sent whole after a rest, without what says nothing; then nothing of it stays here', async () => {
  const { draft, key } = begin();
  draft.write({ ...blank, likes: ['cooking'], words: { food: { likes: ' plums ', noes: ' ' } }, access: '' });
  expect([draft.state.status, unsent.has(key), sent]).toEqual(['typing', true, []]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([{ ...blank, likes: ['cooking'], words: { food: { likes: 'plums' } } }]);
  expect([draft.state.status, unsent.has(key)]).toEqual(['kept', false]);
});

test('without a network it stays here, and is sent when there is one', async () => {
  const { draft, key } = begin();
  answer = () => Promise.reject(new TypeError('offline'));
  draft.write({ ...blank, noes: ['dancing'] });
  await vi.advanceTimersByTimeAsync(1000);
  expect([draft.state.status, unsent.has(key), await draft.send()]).toEqual(['here', true, false]);
  answer = async () => new Response('{}', { status: 200 });
  await vi.advanceTimersByTimeAsync(5000);
  expect([draft.state.status, unsent.has(key), await draft.send()]).toEqual(['kept', false, true]);
});

test('what is too long is said, kept here, and not tried again until it is changed', async () => {
  const { draft, key } = begin();
  answer = async () =>
    Response.json({ error: { code: 'invalid', fields: { 'words.food.likes': 'too_long' } } }, { status: 422 });
  draft.write({ ...blank, words: { food: { likes: 'x'.repeat(301) } } });
  await vi.advanceTimersByTimeAsync(20_000);
  expect([draft.state.status, unsent.has(key), sent.length]).toEqual(['long', true, 1]);
  answer = async () => new Response('{}', { status: 200 });
  draft.write({ ...blank, words: { food: { likes: 'x' } } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(draft.state.status).toBe('kept');
});

test('one at a time: what is written meanwhile follows, and another device’s card waits', async () => {
  const { draft } = begin();
  let arrive: (response: Response) => void = () => undefined;
  answer = () =>
    new Promise((resolve) => {
      arrive = resolve;
    });
  draft.write({ ...blank, likes: ['water'] });
  await vi.advanceTimersByTimeAsync(1000);
  draft.write({ ...blank, likes: ['woods'] });
  draft.adopt({ ...blank, likes: ['jokes'] });
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toHaveLength(1);
  answer = async () => new Response('{}', { status: 200 });
  arrive(new Response('{}', { status: 200 }));
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.map(({ likes }) => likes)).toEqual([['water'], ['woods']]);
  await vi.advanceTimersByTimeAsync(20_000);
  draft.adopt({ ...blank, likes: ['jokes'] });
  expect(draft.state.fields.likes).toEqual(['jokes']);
});
