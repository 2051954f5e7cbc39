import { randomUUID } from 'node:crypto';
import { addDays, type Day } from '#lib/clock';
import type { Couple } from '#lib/demo/couple';
import type { DemoAct, DemoContent, DemoPlan, DemoWhen, PlanYear } from '#lib/demo/plan-schema';
import { type FindPrompt, type Step, timeOf } from '#lib/demo/play';
import { revealSurprises } from '#lib/jobs/tasks/reveal-surprises';
import type { TurnView } from '#lib/turns/queries';

/** Everything of plans that the two did, each thing by the API. */
export function planStepsOf(content: PlanYear, findPrompt: FindPrompt, today: Day): Step[] {
  const { cards, observations, ratings, turns, plans } = content;
  const on = ({ day, at }: { day: number; at: string }) => timeOf(today, day, at);
  return [
    ...cards.map(({ by, card, ...deed }, index) => ({
      at: on(deed),
      do: async (couple: Couple) => {
        await couple[by].ask('PUT', 'card', card);
        const isFirst = cards.findIndex((other) => other.by === by) === index;
        if (isFirst) await couple[by].ask('PUT', 'card/showing', { shown: true });
      },
    })),
    ...observations.map(({ by, text, ...deed }) => ({
      at: on(deed),
      do: (couple: Couple) => couple[by].ask('PUT', `observations/${randomUUID()}`, { text }),
    })),
    ...ratings.map(({ by, ideaId, rates, ...deed }) => ({
      at: on(deed),
      do: (couple: Couple) => couple[by].ask('PUT', `ideas/${ideaId}/rating`, rates),
    })),
    ...turns.map((turn) => ({
      at: on(turn),
      do: async (couple: Couple) => {
        const { ask } = couple[turn.by];
        if ('begins' in turn) return ask('PUT', 'turn', turn.begins);
        const { n, holder } = (await ask('GET', 'turn')).turn as TurnView;
        return ask('POST', 'turn/swap', { n, holder });
      },
    })),
    ...plans.flatMap((plan) => stepsOfPlan(plan, findPrompt, today)),
  ];
}

function stepsOfPlan(plan: DemoPlan, findPrompt: FindPrompt, today: Day): Step[] {
  const { by, kind, from, first, after } = plan;
  const id = randomUUID();
  const body = { kind, ...(from && { promptId: findPrompt(from) }), ...toContent(first, today) };
  const steps: Step[] = [
    { at: timeOf(today, plan.day, plan.at), do: (couple) => couple[by].ask('PUT', `plans/${id}`, body) },
  ];
  let n = 1;
  for (const act of after) {
    const ask = toAsk(act, n, today);
    if ('counters' in act || 'combines' in act) n++;
    steps.push({
      at: timeOf(today, act.day, act.at),
      do: (couple) => couple[act.by].ask('PUT', `plans/${id}${ask.path}`, ask.body),
    });
    // What opens by itself the worker opens. What is to open after today it will.
    if ('seals' in act && act.seals.opens && act.seals.opens.day < 0)
      steps.push({ at: timeOf(today, act.seals.opens.day, act.seals.opens.time), do: () => revealSurprises() });
  }
  return steps;
}

type Ask = { path: string; body?: unknown };

/** What is asked of the API for an act on a plan that has `n` versions. */
function toAsk(act: DemoAct, n: number, today: Day): Ask {
  if ('counters' in act) return toVersion('countered', act.counters, n, today);
  if ('combines' in act) return toVersion('combined', act.combines, n, today);
  if ('postponesUntil' in act) return { path: '/postponement', body: { n, until: addDays(today, act.postponesUntil) } };
  if ('seals' in act) {
    const { opens } = act.seals;
    return { path: '/seal', body: opens ? { opens: { ...opens, day: addDays(today, opens.day) } } : {} };
  }
  if ('teases' in act) return { path: '/teaser', body: { ...act.teases, when: toWhen(act.teases.when, today) } };
  if ('livedOn' in act) return { path: '/lived', body: { day: addDays(today, act.livedOn) } };
  if ('felt' in act)
    return { path: '/felt', body: { id: randomUUID(), text: act.felt, ...(act.again && { again: act.again }) } };
  if ('rates' in act) return { path: '/rating', body: act.rates };
  if (act.does === 'agrees') return { path: '/agreement', body: { n } };
  if (act.does === 'lets go') return { path: '/letgo' };
  return { path: act.does === 'proposes' ? '/proposal' : '/reveal' };
}

function toVersion(kind: 'countered' | 'combined', content: DemoContent, after: number, today: Day): Ask {
  return { path: `/versions/${randomUUID()}`, body: { kind, after, ...toContent(content, today) } };
}

function toContent({ when, ...words }: DemoContent, today: Day) {
  return { ...words, ...(when && { when: toWhen(when, today) }) };
}

function toWhen({ day, ...rest }: DemoWhen, today: Day) {
  return { ...rest, day: day === 'weekend' ? weekendAfter(today) : addDays(today, day) };
}

/** The next Saturday or Sunday. */
export function weekendAfter(today: Day): Day {
  let day = addDays(today, 1);
  while (![0, 6].includes(new Date(day).getUTCDay())) day = addDays(day, 1);
  return day;
}
