import { randomUUID } from 'node:crypto';
import * as given from '#app/api/fondness/[id]/given/route';
import * as fondness from '#app/api/fondness/[id]/route';
import * as allFondness from '#app/api/fondness/route';
import * as answer from '#app/api/thanks/[id]/answer/route';
import * as giving from '#app/api/thanks/[id]/given/route';
import * as received from '#app/api/thanks/[id]/received/route';
import * as thanks from '#app/api/thanks/[id]/route';
import * as seen from '#app/api/thanks/[id]/seen/route';
import * as showing from '#app/api/thanks/[id]/showing/route';
import * as jar from '#app/api/thanks/jar/route';
import * as allThanks from '#app/api/thanks/route';
import { call } from '#lib/http/call';
import type { RouteHandler } from '#lib/http/route';
import type { Person } from '#lib/testing/people';
import type { FondnessView, ThanksView } from '#lib/thanks/view';

type Body = Record<string, unknown>;
/** What a route answered: its status or the code of what was refused, and its body. */
type Told<T> = { outcome: number | string; body: T };

async function ask<T>(
  person: Person | null,
  handler: RouteHandler,
  method: string,
  id?: string,
  body?: Body,
  query?: Record<string, string>,
): Promise<Told<T>> {
  const answered = await call(person, handler, method, {
    ...(id && { params: { id } }),
    ...(body && { body }),
    ...(query && { query }),
  });
  const { code } = (answered.body.error ?? {}) as { code?: string };
  return { outcome: code ?? answered.status, body: answered.body as T };
}

/** Everything of thanks, as somebody does it through the API. */
export const thank = (person: Person | null, body: Body = {}, id: string = randomUUID()) =>
  ask<ThanksView>(person, thanks.PUT, 'PUT', id, { did: 'You warmed my side of the bed', give: 'now', ...body });
export const seeThanks = (person: Person | null, id: string) => ask<ThanksView>(person, thanks.GET, 'GET', id);
export const dropThanks = (person: Person | null, id: string) => ask<unknown>(person, thanks.DELETE, 'DELETE', id);
export const giveIt = (person: Person | null, id: string) => ask<ThanksView>(person, giving.PUT, 'PUT', id);
export const receive = (person: Person | null, id: string) => ask<ThanksView>(person, received.PUT, 'PUT', id);
export const answerIt = (person: Person | null, id: string, text = 'I saw that you saw it') =>
  ask<ThanksView>(person, answer.PUT, 'PUT', id, { text });
export const putAway = (person: Person | null, id: string) => ask<ThanksView>(person, seen.PUT, 'PUT', id);
export const show = (person: Person | null, id: string, body: Body = { way: 'hug', isShown: true }) =>
  ask<ThanksView>(person, showing.PUT, 'PUT', id, body);
export const draw = (person: Person | null) =>
  ask<{ thanks: ThanksView | null; isOnly: boolean }>(person, jar.POST, 'POST');
export const listThanks = (person: Person | null, query: Record<string, string> = {}) =>
  ask<{ kept: ThanksView[]; thanks: ThanksView[]; next: string | null }>(
    person,
    allThanks.GET,
    'GET',
    undefined,
    undefined,
    query,
  );

export const love = (person: Person | null, text = 'How you hum', id: string = randomUUID()) =>
  ask<FondnessView>(person, fondness.PUT, 'PUT', id, { text });
export const unlove = (person: Person | null, id: string) => ask<unknown>(person, fondness.DELETE, 'DELETE', id);
export const giveLove = (person: Person | null, id: string) => ask<ThanksView>(person, given.PUT, 'PUT', id);
export const listLoved = (person: Person | null) => ask<{ fondness: FondnessView[] }>(person, allFondness.GET, 'GET');

/** Thanks somebody. @returns its id */
export async function thanked(person: Person, body: Body = {}): Promise<string> {
  const { outcome, body: view } = await thank(person, body);
  if (outcome !== 200) throw new Error(`Nobody could be thanked: ${outcome}`);
  return view.id;
}
