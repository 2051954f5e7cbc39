import { call } from '#lib/http/call';
import type { RouteHandler } from '#lib/http/route';
import type { Person } from '#lib/testing/people';

/** What a route answered: its body, or the code of what was refused; `present` is how things stand instead. */
export type Told<T> = { status: number; body: T; code: string | null; present: T | null };

/** Asks a route as somebody. */
export async function ask<T>(
  person: Person | null,
  handler: RouteHandler,
  method: string,
  params: Record<string, string> = {},
  body?: Record<string, unknown>,
  query?: Record<string, string>,
): Promise<Told<T>> {
  const answer = await call(person, handler, method, { params, ...(body && { body }), ...(query && { query }) });
  const error = answer.body.error as { code: string; present?: T } | undefined;
  const { status } = answer;
  return { status, body: answer.body as T, code: error?.code ?? null, present: error?.present ?? null };
}
