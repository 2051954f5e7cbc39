import { env } from '#lib/env';
import { AppError } from '#lib/error';

/** Whether an `Origin` header names the host that was asked, or the address people know: a proxy may ask by another name. */
export function isSameOrigin(origin: string, host: string | null | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  return asked.host === host || asked.origin === new URL(env.PUBLIC_URL).origin;
}

/** Refuses a change that another site's page asked for. A client that is no browser sends neither header. */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isForeign = origin
    ? !isSameOrigin(origin, request.headers.get('host'))
    : site !== null && site !== 'same-origin' && site !== 'none';
  if (isForeign) throw new AppError('foreign_origin');
}
