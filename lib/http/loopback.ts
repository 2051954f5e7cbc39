/** Whether a link leads whoever opens it to their own computer, and so nobody else to this server. */
export function leadsNowhereElse(link: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(link).hostname);
}
