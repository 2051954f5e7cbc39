import { beforeChange } from '#lib/unsent';

/** How soon what did not reach the server is tried again, in ms. */
const tryAgain = 5000;

/** Sends what is typed: a moment after the last key, one request at a time, and again where the server was not reached. */
export class Sender {
  readonly #put: () => Promise<{ again: boolean }>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  /** @param put sends what is not sent, if there is anything; says whether to try again by itself */
  constructor(put: () => Promise<{ again: boolean }>) {
    this.#put = put;
  }

  /** Whether something is on its way, or will be. */
  get isBusy(): boolean {
    return Boolean(this.#timer || this.#sending);
  }

  sendIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), ms);
  }

  /** Sends what is not sent, now; resolves once it has arrived or has not. */
  async send(): Promise<void> {
    this.#cancel();
    // Asked anew after each wait: another may have come before.
    while (this.#sending) await this.#sending;
    this.#sending = this.#run();
    await this.#sending;
  }

  /** Sends nothing more by itself; resolves once nothing is on its way. */
  async stop(): Promise<void> {
    this.#cancel();
    while (this.#sending) await this.#sending;
  }

  async #run(): Promise<void> {
    try {
      const { again } = await this.#put();
      if (again) this.sendIn(tryAgain);
    } finally {
      this.#sending = undefined;
    }
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Sends all of them when the page is about to change or to be hidden, and when there is a network again. */
export function sendInTime(drafts: Map<string, { send(): Promise<unknown> }>): void {
  if (typeof window === 'undefined') return;
  const sendAll = () => Promise.all([...drafts.values()].map((draft) => draft.send()));
  beforeChange(sendAll);
  addEventListener('online', () => void sendAll());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void sendAll());
}
