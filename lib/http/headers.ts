import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '#lib/env';

/** What holds for every answer, pages, files and API alike. What a page may load is in proxy.ts, since it needs a nonce a request. */
const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), browsing-topics=()',
};

export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
}

/**
 * Writes where a request came from over whatever its sender claims. Behind a proxy of one's own
 * (`TRUST_PROXY=on`) the proxy's word stands: it appends the address it saw.
 */
export function markOrigin(request: IncomingMessage): void {
  const seen = request.socket.remoteAddress ?? 'unknown';
  const claimed = env.TRUST_PROXY === 'on' ? request.headers['x-forwarded-for'] : undefined;
  request.headers['x-forwarded-for'] = [claimed ?? seen].flat().join(', ');
  if (env.TRUST_PROXY !== 'on') {
    delete request.headers['x-forwarded-host'];
    delete request.headers['x-forwarded-proto'];
    delete request.headers.forwarded;
  }
}
