import { randomUUID } from 'node:crypto';
import type { Day } from '#lib/clock';
import type { CheckInYear } from '#lib/demo/check-in-schema';
import type { Couple } from '#lib/demo/couple';
import { type Step, timeOf } from '#lib/demo/play';

/** How each of the two was, kept by the API for themselves. */
export function checkInStepsOf(content: CheckInYear, today: Day): Step[] {
  return content.map(({ by, day, at, ...body }) => ({
    at: timeOf(today, day, at),
    do: (couple: Couple) => couple[by].ask('PUT', `check-ins/${randomUUID()}`, body),
  }));
}
