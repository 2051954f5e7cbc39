/** Keeps what is costly to find out, for a while and up to a number; the oldest goes first. Per process. */
export class Cache<V> {
  readonly #entries = new Map<string, { value: V; until: number }>();
  readonly #milliseconds: number;
  readonly #most: number;

  constructor(milliseconds: number, most: number) {
    this.#milliseconds = milliseconds;
    this.#most = most;
  }

  find(key: string): V | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.until > Date.now() ? entry.value : undefined;
  }

  keep(key: string, value: V): V {
    // Put anew, so that the map's order stays that of age.
    this.#entries.delete(key);
    if (this.#entries.size >= this.#most) {
      for (const oldest of this.#entries.keys()) {
        this.#entries.delete(oldest);
        break;
      }
    }
    this.#entries.set(key, { value, until: Date.now() + this.#milliseconds });
    return value;
  }
}
