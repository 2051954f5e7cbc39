// Words that somebody typed and that the server does not have yet: they wait in this browser, so that a reload, a lost
// network or a crash costs nothing. Each is removed as soon as it was sent.

const prefix = 'nearer:unsent:';

/** A place for one text of one person: `keyOf(userId, 'answer', promptId)`. */
export function keyOf(userId: string, ...names: string[]): string {
  return `${prefix}${[userId, ...names].join(':')}`;
}

export function readUnsent(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or removes it when it is null. @returns whether the browser took it */
export function keepUnsent(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Forgets everything unsent in this browser: for signing out on purpose. */
export function forgetAllUnsent(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

type Flush = () => Promise<unknown>;
const flushes = new Set<Flush>();

/** Names something that has words to send before the page changes. @returns how to take it back */
export function beforeChange(flush: Flush): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

/** Sends what is typed and not sent, waiting at most `patience` ms; what does not arrive waits in the browser. */
export async function sendUnsent(patience = 1500): Promise<void> {
  if (flushes.size === 0) return;
  const all = Promise.allSettled([...flushes].map((flush) => flush()));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, patience))]);
}
