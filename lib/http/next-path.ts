const here = 'http://nearer.invalid';

// "//host", "/\host" and control characters lead browsers to other hosts.
const ownPath = /^\/(?![/\\])[\w\-./?=&%~]*$/;

/**
 * Where a form leads to afterwards, as an address claims it: a path of our own, or null for anything that could
 * lead elsewhere.
 */
export function readNextPath(claimed: unknown): string | null {
  if (typeof claimed !== 'string' || claimed.length > 500) return null;
  if (!ownPath.test(claimed)) return null;
  // As a browser reads it: "/.//host" becomes "//host".
  const { origin, pathname, search } = new URL(claimed, here);
  return origin === here && ownPath.test(pathname) ? pathname + search : null;
}
