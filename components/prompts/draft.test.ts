import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyOf } from '#lib/unsent';
import { findUnsent, getDraft } from './draft';

const unsent = new Map<string, string>();
const sent: { method: string; text?: string }[] = [];
let answer: () => Promise<Response>;
let last = 0;

beforeEach(() => {
  vi.useFakeTimers();
  unsent.clear();
  sent.length = 0;
  answer = async () => new Response(null, { status: 204 });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => unsent.get(key) ?? null,
    setItem: (key: string, text: string) => unsent.set(key, text),
    removeItem: (key: string) => unsent.delete(key),
  });
  vi.stubGlobal('fetch', (_path: string, { method, body }: RequestInit) => {
    sent.push({ method: String(method), text: body ? JSON.parse(String(body)).text : undefined });
    return answer();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function begin(saved: string | null = null, given = '') {
  last += 1;
  return {
    draft: getDraft('me', `prompt-${last}`, saved, given),
    id: `prompt-${last}`,
    key: keyOf('me', 'answer', `prompt-${last}`),
  };
}

test('keeps each key press here at once, and all of it on the server after a rest; then nothing here', async () => {
  const { draft, key } = begin();
  draft.write('I');
  draft.write('I wanted');
  expect(unsent.get(key)).toBe('I wanted');
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([{ method: 'PUT', text: 'I wanted' }]);
  expect(draft.state).toEqual({ text: 'I wanted', status: 'saved' });
  expect(unsent.has(key)).toBe(false);
  draft.write('');
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent.at(-1)).toEqual({ method: 'DELETE', text: undefined });
});

test('without a network it stays here, says so, and is sent when there is one', async () => {
  const { draft, key, id } = begin();
  answer = () => Promise.reject(new TypeError('offline'));
  draft.write('On the train');
  await vi.advanceTimersByTimeAsync(1000);
  expect(draft.state.status).toBe('here');
  expect(unsent.get(key)).toBe('On the train');
  expect(findUnsent('me', id)).toBe('On the train');
  answer = async () => new Response(null, { status: 204 });
  await vi.advanceTimersByTimeAsync(5000);
  expect(draft.state.status).toBe('saved');
  expect(unsent.has(key)).toBe(false);
});

test('finds again what a closed page had not sent, and sends it', async () => {
  unsent.set(keyOf('me', 'answer', `prompt-${last + 1}`), 'Half a sent');
  const { draft } = begin('Half');
  expect(draft.state.text).toBe('Half a sent');
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([{ method: 'PUT', text: 'Half a sent' }]);
});

test('sends nothing that nobody typed', async () => {
  const { draft } = begin(null, 'My answer as it is');
  await draft.send();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual([]);
});

test('one request at a time, and none after the answer is on its way', async () => {
  const { draft, key } = begin();
  let arrive: (response: Response) => void = () => undefined;
  answer = () =>
    new Promise((resolve) => {
      arrive = resolve;
    });
  draft.write('One');
  await vi.advanceTimersByTimeAsync(1000);
  draft.write('One two');
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toHaveLength(1);
  let isHeld = false;
  const held = draft.hold().then(() => {
    isHeld = true;
  });
  await vi.advanceTimersByTimeAsync(1);
  expect(isHeld).toBe(false);
  arrive(new Response(null, { status: 204 }));
  await held;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(1);
  draft.forget();
  expect(unsent.has(key)).toBe(false);
});

test('takes over what another device wrote, but never over what is typed here', async () => {
  const { draft } = begin('From the laptop');
  draft.adopt('From the laptop, and the phone');
  expect(draft.state.text).toBe('From the laptop, and the phone');
  draft.write('Mine');
  draft.adopt('From the laptop again');
  expect(draft.state.text).toBe('Mine');
});
