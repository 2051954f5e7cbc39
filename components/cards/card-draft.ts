import { Sender, sendInTime } from '#components/live/sender';
import { send } from '#components/ui/send';
import type { CardBody } from '#lib/cards/schema';
import { areas, tastes } from '#lib/ideas/kinds';
import { keepUnsent, keyOf, readUnsent } from '#lib/unsent';

/** My card as I fill it in: fields may be empty, or longer than what is taken. */
export type CardFields = CardBody;

/** `quiet`: as it was found. `here`: only in this browser. `nowhere`: only on the page. */
export type CardStatus = 'quiet' | 'typing' | 'kept' | 'here' | 'nowhere' | 'long' | 'refused';

export type CardState = { fields: CardFields; status: CardStatus };

/** How long after the last key it is sent, in ms. */
const rest = 700;

/** What is sent: without what says nothing, and always in one order, so that two can be compared. */
function toBody({ likes, noes, words, budget, energy, access, surprise }: CardFields): CardBody {
  const said: CardBody['words'] = {};
  for (const area of areas) {
    const { likes: more, noes: not } = words[area] ?? {};
    if (!more?.trim() && !not?.trim()) continue;
    said[area] = { ...(more?.trim() && { likes: more.trim() }), ...(not?.trim() && { noes: not.trim() }) };
  }
  return {
    likes: tastes.filter((taste) => likes.includes(taste)),
    noes: tastes.filter((taste) => noes.includes(taste)),
    words: said,
    ...(budget && { budget }),
    ...(energy && { energy }),
    ...(access?.trim() && { access: access.trim() }),
    ...(surprise && { surprise }),
  };
}

/**
 * My card as it is filled in: sent whole, one at a time, a moment after each change; until then it waits in this browser.
 * It outlives the page that shows it.
 */
export class CardDraft {
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  readonly #sender = new Sender(() => this.#put());
  #state: CardState;
  #saved: string;
  #typedAt = 0;

  constructor(userId: string, saved: CardFields) {
    this.#key = keyOf(userId, 'card');
    this.#saved = JSON.stringify(toBody(saved));
    const unsent = readFields(readUnsent(this.#key));
    this.#state = { fields: unsent ?? saved, status: 'quiet' };
    if (unsent) this.#sender.sendIn(0);
  }

  get state(): CardState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  write(fields: CardFields): void {
    this.#typedAt = Date.now();
    const isHere = keepUnsent(this.#key, JSON.stringify(fields));
    this.#set({ fields, status: isHere ? 'typing' : 'nowhere' });
    this.#sender.sendIn(rest);
  }

  /** The server has another card: another device of mine wrote. What is not sent yet goes before. */
  adopt(saved: CardFields): void {
    // What was asked for before the last key may arrive after it.
    if (this.#sender.isBusy || !this.#isSaved() || Date.now() - this.#typedAt < 10_000) return;
    const text = JSON.stringify(toBody(saved));
    if (text === this.#saved) return;
    this.#saved = text;
    this.#set({ fields: saved, status: 'quiet' });
  }

  /** Sends what is not sent, now. @returns whether the server has all of it */
  send = async (): Promise<boolean> => {
    await this.#sender.send();
    return this.#isSaved();
  };

  #isSaved(): boolean {
    return JSON.stringify(toBody(this.#state.fields)) === this.#saved;
  }

  async #put(): Promise<{ again: boolean }> {
    if (this.#isSaved()) return { again: false };
    const body = toBody(this.#state.fields);
    const sent = await send('PUT', '/api/card', body);
    if (sent.ok) {
      this.#saved = JSON.stringify(body);
      if (!this.#isSaved()) return { again: false };
      keepUnsent(this.#key, null);
      this.#set({ ...this.#state, status: 'kept' });
      return { again: false };
    }
    if (sent.failure.kind === 'refused') {
      const isLong = Object.values(sent.failure.fields).includes('too_long');
      this.#set({ ...this.#state, status: isLong ? 'long' : 'refused' });
      return { again: false };
    }
    this.#set({ ...this.#state, status: readUnsent(this.#key) ? 'here' : 'nowhere' });
    return { again: true };
  }

  #set(state: CardState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function readFields(text: string | null): CardFields | null {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    return found && typeof found === 'object' && 'likes' in found && 'noes' in found && 'words' in found
      ? (found as CardFields)
      : null;
  } catch {
    return null;
  }
}

const drafts = new Map<string, CardDraft>();

sendInTime(drafts);

/** The card as this tab fills it in, begun with the server's. In the browser only. */
export function getCardDraft(userId: string, saved: CardFields): CardDraft {
  const known = drafts.get(userId);
  if (known) return known;
  const draft = new CardDraft(userId, saved);
  drafts.set(userId, draft);
  return draft;
}
