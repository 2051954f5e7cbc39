import { randomUUID } from 'node:crypto';
import type { Day } from '#lib/clock';
import type { NewsYear } from '#lib/demo/news-schema';
import { type Step, timeOf } from '#lib/demo/play';
import { newsAnswerKinds } from '#lib/news/kinds';

/** Good news that the two told each other, and what one of them asks for now, each thing by the API. */
export function newsStepsOf({ news, bid }: NewsYear, today: Day): Step[] {
  const steps = news.flatMap((one): Step[] => {
    const id = randomUUID();
    const other = one.by === 'mika' ? 'noor' : 'mika';
    const answers = newsAnswerKinds.flatMap((kind): Step[] => {
      const said = one[kind];
      if (!said) return [];
      const path = `news/${id}/answers/${randomUUID()}`;
      const body = { kind, text: said.text };
      const by = kind === 'reply' ? one.by : other;
      return [{ at: timeOf(today, one.day, said.at), do: (couple) => couple[by].ask('PUT', path, body) }];
    });
    return [
      {
        at: timeOf(today, one.day, one.at),
        do: (couple) => couple[one.by].ask('PUT', `news/${id}`, { text: one.text }),
      },
      ...answers,
    ];
  });
  const { by, day, at, kind } = bid;
  return [
    ...steps,
    { at: timeOf(today, day, at), do: (couple) => couple[by].ask('PUT', `bids/${randomUUID()}`, { kind }) },
  ];
}
