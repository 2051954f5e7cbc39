import { randomUUID } from 'node:crypto';
import { addDays, type Day, dayToDate, now } from '#lib/clock';
import type { Couple } from '#lib/demo/couple';
import type { Entry, Origin, Who } from '#lib/demo/schema';
import { findQuestion } from '#lib/prompts/library';
import { transaction } from '#lib/transaction';

/** One thing that one of the two does, and when. */
export type Step = { at: Date; do(couple: Couple): Promise<unknown> };

/** The prompt of a reveal. @throws where the year has no such question on that day */
export type FindPrompt = (from: Origin) => string;

const whos = ['mika', 'noor'] as const satisfies Who[];
const minute = 60_000;

/** The instant of `21:40` or `+1 07:10`, by this machine's clock, which is the demo's zone. */
export function timeOf(today: Day, offset: number, at: string): Date {
  const [, later = '0', time = ''] = /^(?:\+(\d+) )?(.+)$/.exec(at) ?? [];
  return new Date(`${addDays(today, offset + Number(later))}T${time}`);
}

/**
 * All that the two did with one question, each thing by the API, in the order of its time.
 * @param id the prompt's
 */
export function stepsOf(entry: Entry, id: string, today: Day): Step[] {
  const at = (time: string, before = 0) => new Date(timeOf(today, entry.day, time).getTime() - before * minute);
  const answers = whos.flatMap((who) => {
    const answer = entry[who];
    return answer ? [{ who, at: at(answer.at), text: answer.text }] : [];
  });
  const first = answers.reduce((a, b) => (a && a.at <= b.at ? a : b), answers[0]);
  const isDeep = ('own' in entry ? entry.own.depth : findQuestion(entry.question)?.depth) === 'deep';
  const begun = entry.asked ? at(entry.asked.at) : new Date((first?.at.getTime() ?? 0) - (isDeep ? 40 : 4) * minute);

  const steps: Step[] = [{ at: begun, do: (couple) => put(couple, entry, id, addDays(today, entry.day)) }];
  if (isDeep) {
    // Both were ready some time before the first of them answered.
    const readyAt = first ? new Date(first.at.getTime() - 10 * minute) : new Date(begun.getTime() + minute);
    for (const who of entry.ready ?? whos)
      steps.push({
        at: readyAt,
        do: (couple) => couple[who].ask('PUT', `prompts/${id}/readiness`, { ready: true }),
      });
  }
  for (const { who, at, text } of answers) {
    const body = { id: randomUUID(), text };
    steps.push({ at, do: (couple) => couple[who].ask('PUT', `prompts/${id}/answer`, body) });
  }
  for (const act of entry.after ?? [])
    steps.push({
      at: at(act.at),
      do: (couple) => {
        const { ask } = couple[act.by];
        if ('reaction' in act) return ask('PUT', `prompts/${id}/reactions/${act.reaction}`);
        if ('withdraws' in act) return ask('DELETE', `prompts/${id}/answer`);
        return ask('PUT', `prompts/${id}/responses/${randomUUID()}`, { intent: act.response, text: act.text });
      },
    });
  return steps;
}

async function put(couple: Couple, entry: Entry, id: string, day: Day): Promise<void> {
  if ('own' in entry) await couple[entry.asked.by].ask('PUT', `prompts/${id}`, entry.own);
  else if (entry.asked) await couple[entry.asked.by].ask('PUT', `prompts/${id}`, { contentId: entry.question });
  else await putDaily(couple, id, entry.question, day);
}

/**
 * Puts the day's question as putTodaysPrompt (lib/prompts/queries.ts) does, but the one that the year has an answer to:
 * which one comes is drawn, and cannot be asked for.
 */
async function putDaily({ mika }: Couple, id: string, contentId: string, day: Day): Promise<void> {
  const question = findQuestion(contentId);
  if (!question) throw new Error(`The demo finds no question ${contentId}`);
  await transaction(mika, ({ db, member }) =>
    db.prompt.createMany({
      data: {
        id,
        coupleId: member.coupleId,
        source: 'daily',
        contentId,
        topic: question.topic,
        depth: question.depth,
        day: dayToDate(day),
        askedById: member.userId,
        createdAt: now(),
      },
    }),
  );
}
