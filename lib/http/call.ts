import type { RouteHandler } from '#lib/http/route';

type Ask = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

type Answer = { status: number; body: Record<string, unknown>; headers: Headers };

/** Calls a route method within this process, as somebody or as nobody; what it answers, read as JSON. */
export async function call(
  person: { cookie: string } | null,
  handler: RouteHandler,
  method: string,
  ask: Ask = {},
): Promise<Answer> {
  const url = new URL('http://nearer.test/');
  for (const [name, value] of Object.entries(ask.query ?? {})) url.searchParams.set(name, value);
  const request = new Request(url, {
    method,
    headers: {
      host: 'nearer.test',
      ...(person && { cookie: person.cookie }),
      ...(ask.body !== undefined && { 'content-type': 'application/json' }),
      ...ask.headers,
    },
    ...(ask.body !== undefined && { body: typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body) }),
  });
  const response = await handler(request, { params: Promise.resolve(ask.params ?? {}) });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers };
}
