import { send } from '#components/ui/send';
import { beforeChange, keepUnsent, keyOf, readUnsent } from '#lib/unsent';

/** How a draft stands: nothing yet or being typed, on the server, only in this browser, nowhere but on the page. */
export type DraftStatus = 'quiet' | 'saved' | 'here' | 'nowhere';

export type DraftState = { text: string; status: DraftStatus };

/** How long after the last key a draft is sent, and how soon it is tried again, in ms. */
const rest = 800;
const tryAgain = 5000;

/**
 * One answer as it is typed. It outlives the page that shows it, so that going elsewhere and back finds the same words,
 * and sends one request at a time.
 */
export class Draft {
  readonly #promptId: string;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  /** What the server has; '' for nothing. */
  #saved: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #held = false;
  #isTouched: boolean;
  #typedAt = 0;

  constructor(userId: string, promptId: string, saved: string | null, begin: string) {
    this.#promptId = promptId;
    this.#key = keyOf(userId, 'answer', promptId);
    this.#saved = saved ?? '';
    const unsent = readUnsent(this.#key);
    this.#state = { text: unsent ?? saved ?? begin, status: unsent === null && saved ? 'saved' : 'quiet' };
    this.#isTouched = unsent !== null && unsent !== this.#saved;
    if (this.#isTouched) this.#schedule(0);
  }

  get state(): DraftState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  write(text: string): void {
    this.#isTouched = true;
    this.#typedAt = Date.now();
    const isHere = keepUnsent(this.#key, text);
    this.#set({ text, status: isHere ? 'quiet' : 'nowhere' });
    this.#schedule(rest);
  }

  /** The server's draft has changed: another device of mine wrote. What is being typed here goes before. */
  adopt(saved: string): void {
    const isBusy = this.#timer || this.#sending || this.#held || Date.now() - this.#typedAt < 10_000;
    if (isBusy || this.#state.text !== this.#saved || saved === this.#saved) return;
    this.#saved = saved;
    this.#set({ text: saved, status: saved ? 'saved' : 'quiet' });
  }

  /** Sends what is not sent, now. */
  async send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#sending) await this.#sending;
    if (this.#held || !this.#isTouched) return;
    if (this.#state.text.trim() === this.#saved.trim()) return this.#settle(true);
    this.#sending = this.#put(this.#state.text);
    await this.#sending;
  }

  /** Stops sending while the answer itself is on its way, so that no draft can come after it. */
  async hold(): Promise<void> {
    this.#held = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#sending) await this.#sending;
  }

  release(): void {
    this.#held = false;
    this.#schedule(rest);
  }

  /** It was sent as an answer, or let go: nothing of it stays in this browser. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#held = true;
    keepUnsent(this.#key, null);
    drafts.delete(this.#key);
  }

  async #put(text: string): Promise<void> {
    const path = `/api/prompts/${this.#promptId}/draft`;
    const sent = text.trim() ? await send('PUT', path, { text }) : await send('DELETE', path);
    this.#sending = undefined;
    if (sent.ok) this.#saved = text;
    if (!sent.ok && sent.failure.kind !== 'refused' && !this.#held) this.#schedule(tryAgain);
    this.#settle(sent.ok);
  }

  /** Once the server has every word, this browser keeps none. */
  #settle(sent: boolean): void {
    if (this.#held) return;
    const { text } = this.#state;
    if (text.trim() === this.#saved.trim()) {
      keepUnsent(this.#key, null);
      this.#set({ text, status: text.trim() ? 'saved' : 'quiet' });
    } else if (!sent) {
      this.#set({ text, status: readUnsent(this.#key) === text ? 'here' : 'nowhere' });
    }
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), after);
  }

  #set(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const drafts = new Map<string, Draft>();

if (typeof window !== 'undefined') {
  const sendAll = () => Promise.all([...drafts.values()].map((draft) => draft.send()));
  beforeChange(sendAll);
  addEventListener('online', () => void sendAll());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void sendAll());
}

/** The draft of this tab for a prompt, begun with the server's, or else with `begin`. In the browser only. */
export function getDraft(userId: string, promptId: string, saved: string | null, begin: string): Draft {
  const key = keyOf(userId, 'answer', promptId);
  const known = drafts.get(key);
  if (known) return known;
  const draft = new Draft(userId, promptId, saved, begin);
  drafts.set(key, draft);
  return draft;
}

/** What was typed and never sent, if anything: in this tab or in this browser. */
export function findUnsent(userId: string, promptId: string): string | null {
  const key = keyOf(userId, 'answer', promptId);
  return drafts.get(key)?.state.text ?? readUnsent(key);
}

/** Lets what was typed and never sent go. */
export function forgetUnsent(userId: string, promptId: string): void {
  const key = keyOf(userId, 'answer', promptId);
  drafts.get(key)?.forget();
  keepUnsent(key, null);
}
