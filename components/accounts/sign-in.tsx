import { type Sent, send } from '#components/ui/send';

type Csrf = { csrfToken: string };

/** Asks next-auth for its token against forgery, then for the act itself. */
async function askAuth(action: string, body: Record<string, unknown>): Promise<Sent<unknown>> {
  const csrf = await send<Csrf>('GET', '/api/auth/csrf');
  if (!csrf.ok) return csrf;
  return send('POST', `/api/auth/${action}`, { ...body, csrfToken: csrf.data.csrfToken, json: 'true' });
}

/** Signs in. Unlike next-auth's own client it never leaves the page, so nothing typed is lost when it fails. */
export function signIn(email: string, password: string): Promise<Sent<unknown>> {
  return askAuth('callback/credentials', { email, password });
}

/** Signs out of this browser. */
export function signOut(): Promise<Sent<unknown>> {
  return askAuth('signout', {});
}

/** Loads another page whole, since language, zone or person have changed. What waits for it waits until it is there. */
export function leaveTo(path: string): Promise<void> {
  location.assign(path);
  return new Promise((resolve) => addEventListener('pageshow', () => resolve(), { once: true }));
}
