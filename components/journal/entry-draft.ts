import { Sender, sendInTime } from '#components/live/sender';
import { send } from '#components/ui/send';
import type { EntryForm } from '#lib/journal/kinds';
import type { EntryView } from '#lib/journal/view';
import { keepUnsent, keyOf, readUnsent } from '#lib/unsent';

export type EntryFields = { text: string; sensations: string[]; feelings: string[]; needs: string[] };

export const emptyEntry: EntryFields = { text: '', sensations: [], feelings: [], needs: [] };

/** How an entry stands: nothing yet or being typed, on the server, only in this browser, nowhere but on the page, refused. */
type EntryStatus = 'quiet' | 'saved' | 'here' | 'nowhere' | 'failed';

export type EntryState = {
  fields: EntryFields;
  status: EntryStatus;
  /** The journal was locked meanwhile. */
  isLocked: boolean;
  /** What another device wrote meanwhile, until it is chosen between. */
  present: EntryView | null;
};

/** How long after the last key an entry is sent, in ms. */
const rest = 1000;

const isEmpty = ({ text, sensations, feelings, needs }: EntryFields) =>
  text.trim() === '' && sensations.length + feelings.length + needs.length === 0;
const print = ({ text, sensations, feelings, needs }: EntryFields) =>
  JSON.stringify([text.trim(), sensations, feelings, needs]);
const fieldsOf = ({ text, sensations, feelings, needs }: EntryView): EntryFields => ({
  text: text ?? '',
  sensations,
  feelings,
  needs,
});

type Unsent = { n: number; fields: EntryFields };

function readKept(key: string): Unsent | null {
  try {
    const found: unknown = JSON.parse(readUnsent(key) ?? 'null');
    return found && typeof found === 'object' && 'n' in found && 'fields' in found ? (found as Unsent) : null;
  } catch {
    return null;
  }
}

/**
 * One entry as it is typed. It outlives the page that shows it, sends one request at a time, and never overwrites what this
 * device has not seen: then it stops and asks.
 */
class EntryDraft {
  readonly #id: string;
  readonly #form: EntryForm;
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  readonly #sender = new Sender(() => this.#put());
  #state: EntryState;
  /** What the server has, and how often it was written. */
  #saved: string;
  #n: number;
  #typedAt = 0;
  #isOver = false;

  constructor(userId: string, id: string, form: EntryForm, saved: EntryView | null) {
    this.#id = id;
    this.#form = form;
    this.#key = keyOf(userId, 'entry', id);
    this.#saved = print(saved ? fieldsOf(saved) : emptyEntry);
    const found = readKept(this.#key);
    // It may have arrived, and only the answer have been lost.
    const kept = found && print(found.fields) !== this.#saved ? found : null;
    if (found && !kept) keepUnsent(this.#key, null);
    this.#n = kept ? kept.n : (saved?.n ?? 0);
    this.#state = {
      fields: kept?.fields ?? (saved ? fieldsOf(saved) : emptyEntry),
      status: !kept && saved ? 'saved' : 'quiet',
      isLocked: false,
      present: null,
    };
    if (kept) this.#sender.sendIn(0);
  }

  get state(): EntryState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  write(change: Partial<EntryFields>): void {
    this.#typedAt = Date.now();
    const fields = { ...this.#state.fields, ...change };
    this.#set({ fields, status: this.#keep(fields) ? 'quiet' : 'nowhere' });
    this.#sender.sendIn(rest);
  }

  /** The page was loaded anew: what another device wrote is shown, unless something is being typed here. */
  adopt(saved: EntryView): void {
    const isBusy = this.#sender.isBusy || Date.now() - this.#typedAt < 10_000;
    const isAhead = print(this.#state.fields) !== this.#saved;
    if (isBusy || isAhead || saved.n <= this.#n) return;
    this.#take(saved);
  }

  /** Chooses between what is here and what another device wrote. */
  choose(which: 'mine' | 'theirs'): void {
    const { present } = this.#state;
    if (!present) return;
    if (which === 'theirs') {
      this.#take(present);
      return;
    }
    this.#n = present.n;
    this.#saved = print(fieldsOf(present));
    this.#keep(this.#state.fields);
    this.#set({ present: null });
    this.#sender.sendIn(0);
  }

  /** The journal is open again. */
  unlock(): void {
    if (!this.#state.isLocked) return;
    this.#set({ isLocked: false });
    this.#sender.sendIn(0);
  }

  /** Sends what is not sent, now. */
  send(): Promise<void> {
    return this.#sender.send();
  }

  /** It was deleted: nothing of it stays in this browser. */
  forget(): void {
    this.#isOver = true;
    void this.#sender.stop();
    keepUnsent(this.#key, null);
    drafts.delete(this.#key);
  }

  async #put(): Promise<{ again: boolean }> {
    const { fields, present, isLocked } = this.#state;
    if (this.#isOver || present || isLocked) return { again: false };
    if (print(fields) === this.#saved || (this.#n === 0 && isEmpty(fields))) {
      this.#settle();
      return { again: false };
    }
    const { text, ...named } = fields;
    const sent = await send<EntryView>('PUT', `/api/entries/${this.#id}`, {
      form: this.#form,
      after: this.#n,
      ...(text.trim() && { text }),
      ...(this.#form === 'feeling' && named),
    });
    if (this.#isOver) return { again: false };
    if (sent.ok) {
      this.#n = sent.data.n;
      this.#saved = print(fields);
      this.#settle();
      return { again: false };
    }
    const { code, kind } = sent.failure;
    if (code === 'entry_changed' && sent.failure.present) this.#set({ present: sent.failure.present as EntryView });
    else if (code === 'journal_locked') this.#set({ isLocked: true });
    else if (code === 'not_found' && this.#n > 0) {
      // Deleted on another device while it was written on here: it begins anew.
      this.#n = 0;
      return { again: true };
    }
    const isHere = readKept(this.#key) !== null;
    this.#set({ status: isHere ? (kind === 'refused' ? 'failed' : 'here') : 'nowhere' });
    return { again: kind !== 'refused' };
  }

  /** Once the server has every word, this browser keeps none. */
  #settle(): void {
    const { fields } = this.#state;
    if (print(fields) !== this.#saved) {
      this.#keep(fields);
      this.#sender.sendIn(rest);
      return;
    }
    keepUnsent(this.#key, null);
    this.#set({ status: this.#n > 0 ? 'saved' : 'quiet' });
  }

  #take(saved: EntryView): void {
    this.#n = saved.n;
    const fields = fieldsOf(saved);
    this.#saved = print(fields);
    keepUnsent(this.#key, null);
    this.#set({ fields, status: 'saved', present: null });
  }

  #keep(fields: EntryFields): boolean {
    return keepUnsent(this.#key, JSON.stringify({ n: this.#n, fields } satisfies Unsent));
  }

  #set(change: Partial<EntryState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const drafts = new Map<string, EntryDraft>();

sendInTime(drafts);

/** The entry of this tab, begun with the server's. In the browser only. */
export function getEntryDraft(userId: string, id: string, form: EntryForm, saved: EntryView | null): EntryDraft {
  const key = keyOf(userId, 'entry', id);
  const known = drafts.get(key);
  if (known) return known;
  const draft = new EntryDraft(userId, id, form, saved);
  drafts.set(key, draft);
  return draft;
}
