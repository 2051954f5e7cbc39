import { randomUUID } from 'node:crypto';
import { addDays, type Day } from '#lib/clock';
import type { Couple } from '#lib/demo/couple';
import { type Step, timeOf } from '#lib/demo/play';
import type { Who } from '#lib/demo/schema';
import type { DemoReply, DemoThanks, ThanksYear } from '#lib/demo/thanks-schema';
import { giveDueThanks } from '#lib/jobs/tasks/give-thanks';

/** Everything of thanks that the two did, each thing by the API. */
export function thanksStepsOf({ thanks, kept, loved }: ThanksYear, today: Day): Step[] {
  return [
    ...thanks.flatMap((one) => stepsOfThanks(one, today)),
    ...kept.map(({ by, day, at, gives, ...words }) => {
      const give = typeof gives === 'string' ? gives : { ...gives, day: addDays(today, gives.day) };
      return {
        at: timeOf(today, day, at),
        do: (couple: Couple) => couple[by].ask('PUT', `thanks/${randomUUID()}`, { ...words, give }),
      };
    }),
    ...loved.flatMap(({ by, day, at, text, given }) => {
      const id = randomUUID();
      const steps: Step[] = [
        { at: timeOf(today, day, at), do: (couple) => couple[by].ask('PUT', `fondness/${id}`, { text }) },
      ];
      if (given) {
        const { reply } = given;
        const givenAt = timeOf(today, given.day, given.at);
        steps.push({ at: givenAt, do: (couple) => couple[by].ask('PUT', `fondness/${id}/given`) });
        if (reply) steps.push(toReply(id, by, reply, given.day, today));
      }
      return steps;
    }),
  ];
}

function stepsOfThanks({ by, day, at, gives, shown, reply, ...words }: DemoThanks, today: Day): Step[] {
  const id = randomUUID();
  const give = gives ? { ...gives, day: addDays(today, gives.day) } : 'now';
  const steps: Step[] = [
    {
      at: timeOf(today, day, at),
      do: (couple) => couple[by].ask('PUT', `thanks/${id}`, { ...words, give }),
    },
  ];
  // At its time the worker gives it.
  if (gives) steps.push({ at: timeOf(today, gives.day, gives.time), do: () => giveDueThanks() });
  if (shown)
    steps.push({
      at: timeOf(today, day, shown),
      do: (couple) => couple[by].ask('PUT', `thanks/${id}/showing`, { way: words.way ?? null, isShown: true }),
    });
  if (reply) steps.push(toReply(id, by, reply, gives?.day ?? day, today));
  return steps;
}

function toReply(id: string, by: Who, reply: DemoReply, day: number, today: Day): Step {
  const other = by === 'mika' ? 'noor' : 'mika';
  return {
    at: timeOf(today, day, reply.at),
    do: ({ [other]: { ask } }) => {
      if ('answer' in reply) return ask('PUT', `thanks/${id}/answer`, { text: reply.answer });
      return ask('PUT', `thanks/${id}/${reply.does === 'receives' ? 'received' : 'seen'}`);
    },
  };
}
