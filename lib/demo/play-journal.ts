import { randomUUID } from 'node:crypto';
import { addDays, type Day } from '#lib/clock';
import type { Couple } from '#lib/demo/couple';
import type { JournalYear } from '#lib/demo/journal-schema';
import { type Step, timeOf } from '#lib/demo/play';
import { deliverSharings } from '#lib/jobs/tasks/deliver-sharings';

/** After so long, in ms, what goes "now" has gone. */
const soon = 11 * 60_000;

/** What each of the two wrote in a journal of their own, and what they shared, each thing by the API. */
export function journalStepsOf({ entries, sharings }: JournalYear, today: Day): Step[] {
  const on = ({ day, at }: { day: number; at: string }) => timeOf(today, day, at);
  return [
    ...entries.map(({ by, day, at, ...body }) => ({
      at: on({ day, at }),
      do: (couple: Couple) => couple[by].ask('PUT', `entries/${randomUUID()}`, { ...body, after: 0 }),
    })),
    ...sharings.flatMap(({ by, day, at, how, words, goes, opens, answers }) => {
      const id = randomUUID();
      const other = by === 'mika' ? 'noor' : 'mika';
      const time = goes && { at: { day: addDays(today, goes.day), time: goes.at } };
      return [
        {
          at: on({ day, at }),
          do: (couple: Couple) => couple[by].ask('PUT', `sharings/${id}`, { how, words, ...time }),
        },
        { at: goes ? on(goes) : new Date(on({ day, at }).getTime() + soon), do: () => deliverSharings() },
        ...(opens ? [opens] : []).map((opening) => ({
          at: on(opening),
          do: (couple: Couple) => couple[other].ask('PUT', `sharings/${id}/opened`),
        })),
        ...answers.map(({ by: who, day: answerDay, at: answerAt, ...body }) => ({
          at: on({ day: answerDay, at: answerAt }),
          do: (couple: Couple) => couple[who].ask('PUT', `sharings/${id}/answers/${randomUUID()}`, body),
        })),
      ];
    }),
  ];
}
