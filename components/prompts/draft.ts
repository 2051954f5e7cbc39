import { Sender, sendInTime } from '#components/live/sender';
import { send } from '#components/ui/send';
import { keepUnsent, keyOf, readUnsent } from '#lib/unsent';

/** How a draft stands: nothing yet or being typed, on the server, only in this browser, nowhere but on the page. */
export type DraftStatus = 'quiet' | 'saved' | 'here' | 'nowhere';

export type DraftState = { text: string; status: DraftStatus };

/** How long after the last key a draft is sent, in ms. */
const rest = 800;

/**
 * One answer as it is typed. It outlives the page that shows it, so that going elsewhere and back finds the same words,
 * and sends one request at a time.
 */
export class Draft {
  readonly #promptId: string;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  readonly #sender = new Sender(() => this.#put());
  #state: DraftState;
  /** What the server has; '' for nothing. */
  #saved: string;
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
    if (this.#isTouched) this.#sender.sendIn(0);
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
    this.#sender.sendIn(rest);
  }

  /** The server's draft has changed: another device of mine wrote. What is being typed here goes before. */
  adopt(saved: string): void {
    const isBusy = this.#sender.isBusy || this.#held || Date.now() - this.#typedAt < 10_000;
    if (isBusy || this.#state.text !== this.#saved || saved === this.#saved) return;
    this.#saved = saved;
    this.#set({ text: saved, status: saved ? 'saved' : 'quiet' });
  }

  /** Sends what is not sent, now. */
  send(): Promise<void> {
    return this.#sender.send();
  }

  /** Stops sending while the answer itself is on its way, so that no draft can come after it. */
  async hold(): Promise<void> {
    this.#held = true;
    await this.#sender.stop();
  }

  release(): void {
    this.#held = false;
    this.#sender.sendIn(rest);
  }

  /** It was sent as an answer, or let go: nothing of it stays in this browser. */
  forget(): void {
    this.#held = true;
    void this.#sender.stop();
    keepUnsent(this.#key, null);
    drafts.delete(this.#key);
  }

  async #put(): Promise<{ again: boolean }> {
    if (this.#held || !this.#isTouched) return { again: false };
    const { text } = this.#state;
    if (text.trim() === this.#saved.trim()) {
      this.#settle(true);
      return { again: false };
    }
    const path = `/api/prompts/${this.#promptId}/draft`;
    const sent = text.trim() ? await send('PUT', path, { text }) : await send('DELETE', path);
    if (sent.ok) this.#saved = text;
    this.#settle(sent.ok);
    return { again: !sent.ok && sent.failure.kind !== 'refused' && !this.#held };
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

  #set(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const drafts = new Map<string, Draft>();

sendInTime(drafts);

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
