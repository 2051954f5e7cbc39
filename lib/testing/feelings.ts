import { randomUUID } from 'node:crypto';
import * as checkIn from '#app/api/check-ins/[id]/route';
import * as checkIns from '#app/api/check-ins/route';
import type { CheckInView } from '#lib/feelings/view';
import { call } from '#lib/http/call';
import type { Person } from '#lib/testing/people';

type Body = Record<string, unknown>;
type Told<T> = { status: number; body: T; error: { code: string; fields?: Record<string, string> } | null };

async function told<T>(answer: ReturnType<typeof call>): Promise<Told<T>> {
  const { status, body } = await answer;
  return { status, body: body as T, error: (body.error as Told<T>['error']) ?? null };
}

/** Everything that one does with check-ins, as somebody does it through the API. */
export const checkInAs = (person: Person | null, body: Body = {}, id: string = randomUUID()) =>
  told<CheckInView>(
    call(person, checkIn.PUT, 'PUT', { params: { id }, body: { feelings: ['stretched-thin'], ...body } }),
  );
export const seeCheckIn = (person: Person | null, id: string) =>
  told<CheckInView>(call(person, checkIn.GET, 'GET', { params: { id } }));
export const dropCheckIn = (person: Person | null, id: string) =>
  told(call(person, checkIn.DELETE, 'DELETE', { params: { id } }));
export const seeCheckIns = (person: Person | null, query: Record<string, string> = {}) =>
  told<{ checkIns: CheckInView[]; next: string | null }>(call(person, checkIns.GET, 'GET', { query }));
