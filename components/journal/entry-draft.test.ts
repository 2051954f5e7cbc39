import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntryView } from '#lib/journal/view';
import { keyOf } from '#lib/unsent';
import { getEntryDraft } from './entry-draft';

const unsent = new Map<string, string>();
const sent: { after: number; text?: string }[] = [];
/** What the server has, as it answers. */
let n = 0;
let answer: (body: { after: number; text?: string }) => Promise<Response>;
let last = 0;

const viewOf = (text: string, count: number): EntryView => ({
  id: 'x',
  form: 'free',
  text,
  sensations: [],
  feelings: [],
  needs: [],
  n: count,
  createdAt: '2026-11-23T18:00:00.000Z',
});
const refuse = (status: number, error: object) => async () => Response.json({ error }, { status });

beforeEach(() => {
  vi.useFakeTimers();
  unsent.clear();
  sent.length = 0;
  n = 0;
  answer = async ({ text = '' }) => {
    n += 1;
    return Response.json(viewOf(text, n));
  };
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => unsent.get(key) ?? null,
    setItem: (key: string, text: string) => unsent.set(key, text),
    removeItem: (key: string) => unsent.delete(key),
  });
  vi.stubGlobal('fetch', (_path: string, { body }: RequestInit) => {
    const { after, text } = JSON.parse(String(body));
    sent.push({ after, text });
    return answer({ after, text });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function begin(saved: EntryView | null = null, kept?: { n: number; text: string }) {
  last += 1;
  const id = `entry-${last}`;
  const key = keyOf('me', 'entry', id);
  const fields = { text: kept?.text ?? '', sensations: [], feelings: [], needs: [] };
  if (kept) unsent.set(key, JSON.stringify({ n: kept.n, fields }));
  return { draft: getEntryDraft('me', id, 'free', saved), key };
}

test('is kept here at once and on the server after a rest, each time after what was there', async () => {
  const { draft, key } = begin();
  draft.write({ text: 'It rained' });
  expect(unsent.get(key)).toContain('It rained');
  await vi.advanceTimersByTimeAsync(1200);
  draft.write({ text: 'It rained. All day.' });
  await vi.advanceTimersByTimeAsync(1200);
  expect(sent).toEqual([
    { after: 0, text: 'It rained' },
    { after: 1, text: 'It rained. All day.' },
  ]);
  expect(draft.state.status).toBe('saved');
  expect(unsent.has(key)).toBe(false);
});

test('nothing is sent of nothing', async () => {
  const { draft } = begin();
  draft.write({ text: ' ' });
  await vi.advanceTimersByTimeAsync(1200);
  expect(sent).toEqual([]);
});

test('without a network it stays here, and goes when there is one', async () => {
  const { draft, key } = begin();
  const reach = answer;
  answer = () => Promise.reject(new TypeError('offline'));
  draft.write({ text: 'On the train' });
  await vi.advanceTimersByTimeAsync(1200);
  expect(draft.state.status).toBe('here');
  expect(unsent.has(key)).toBe(true);
  answer = reach;
  await vi.advanceTimersByTimeAsync(6000);
  expect(draft.state.status).toBe('saved');
});

test('what another device wrote stops it, until it is chosen', async () => {
  const { draft } = begin(viewOf('One', 1));
  const reach = answer;
  answer = refuse(409, { code: 'entry_changed', present: viewOf('From the phone', 4) });
  draft.write({ text: 'One, two' });
  await vi.advanceTimersByTimeAsync(1200);
  expect(draft.state.present?.text).toBe('From the phone');
  draft.write({ text: 'One, two, three' });
  await vi.advanceTimersByTimeAsync(6000);
  expect(sent).toHaveLength(1);
  answer = reach;
  draft.choose('mine');
  await vi.advanceTimersByTimeAsync(1200);
  expect(sent.at(-1)).toEqual({ after: 4, text: 'One, two, three' });
  expect(draft.state).toMatchObject({ status: 'saved', present: null });
});

test('the other’s words can be taken instead', async () => {
  const { draft, key } = begin(viewOf('One', 1));
  answer = refuse(409, { code: 'entry_changed', present: viewOf('From the phone', 4) });
  draft.write({ text: 'One, two' });
  await vi.advanceTimersByTimeAsync(1200);
  draft.choose('theirs');
  expect(draft.state.fields.text).toBe('From the phone');
  expect(unsent.has(key)).toBe(false);
});

test('locked meanwhile, it waits here, and goes once the journal is open again', async () => {
  const { draft, key } = begin(viewOf('One', 1));
  const reach = answer;
  answer = refuse(423, { code: 'journal_locked' });
  draft.write({ text: 'One, two' });
  await vi.advanceTimersByTimeAsync(1200);
  expect(draft.state.isLocked).toBe(true);
  expect(unsent.has(key)).toBe(true);
  answer = reach;
  draft.unlock();
  await vi.advanceTimersByTimeAsync(1200);
  expect(draft.state).toMatchObject({ status: 'saved', isLocked: false });
});

test('after a reload what was not sent is there again and goes; what had arrived is not asked about', async () => {
  const { draft } = begin(viewOf('One', 1), { n: 1, text: 'One, two' });
  expect(draft.state.fields.text).toBe('One, two');
  await vi.advanceTimersByTimeAsync(100);
  expect(sent).toEqual([{ after: 1, text: 'One, two' }]);
  sent.length = 0;
  const arrived = begin(viewOf('One, two', 2), { n: 1, text: 'One, two' });
  await vi.advanceTimersByTimeAsync(100);
  expect(sent).toEqual([]);
  expect(unsent.has(arrived.key)).toBe(false);
});

test('once deleted nothing of it stays here', async () => {
  const { draft, key } = begin();
  draft.write({ text: 'Burn this' });
  draft.forget();
  await vi.advanceTimersByTimeAsync(6000);
  expect(sent).toEqual([]);
  expect(unsent.has(key)).toBe(false);
});
