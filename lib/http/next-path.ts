/**
 * Where a form leads to afterwards, as an address claims it: a path of our own, or null for anything that could
 * lead elsewhere.
 */
export function readNextPath(claimed: unknown): string | null {
  if (typeof claimed !== 'string' || claimed.length > 500) return null;
  // "//host", "/\host" and control characters lead browsers to other hosts.
  return /^\/(?![/\\])[\w\-./?=&%~]*$/.test(claimed) ? claimed : null;
}
