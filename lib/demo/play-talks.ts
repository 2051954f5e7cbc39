import { randomUUID } from 'node:crypto';
import { addDays, type Day } from '#lib/clock';
import type { Couple } from '#lib/demo/couple';
import { holdTalk } from '#lib/demo/hold-talk';
import { type FindPrompt, type Step, timeOf } from '#lib/demo/play';
import type { DemoAfterwards, DemoNote, DemoRitualAct, TalkYear } from '#lib/demo/talk-schema';
import { weekdayOf } from '#lib/talks/rules';
import type { RecordView } from '#lib/talks/view';

/** Everything of talks that the two did, each thing by the API. A talk itself is one step, in which the clock goes on. */
export function talkStepsOf({ ritual, talks, notes }: TalkYear, findPrompt: FindPrompt, today: Day): Step[] {
  const on = ({ day, at }: { day: number; at: string }) => timeOf(today, day, at);
  const held = talks.map((talk) => ({ talk, id: randomUUID() }));
  const brought = talks.flatMap((talk) => ('notes' in talk ? talk.notes : []));
  const noteIds = new Map(brought.map(({ title, by }) => [title, { id: randomUUID(), by }]));
  const asks = talks.flatMap((talk) => ('asks' in talk ? talk.asks : []));
  const askIds = new Map(asks.map(({ key }) => [key, randomUUID()]));
  const find = {
    note: (title: string) => found(noteIds.get(title), `note ${title}`),
    ask: (key: string) => found(askIds.get(key), `commitment ${key}`),
  };
  return [
    ...ritual.map((act, index) => ({
      at: on(act),
      do: (couple: Couple) => doRitual(couple, act, ritual.slice(0, index), today),
    })),
    ...brought.map((note) => ({
      at: on(note),
      do: (couple: Couple) => write(couple, { ...note, brought: true }, find.note(note.title).id, findPrompt),
    })),
    ...notes.map((note) => ({
      at: on(note),
      do: (couple: Couple) => write(couple, note, randomUUID(), findPrompt),
    })),
    ...held.flatMap(({ talk, id }) => [
      { at: on(talk), do: (couple: Couple) => holdTalk(couple, talk, { id, find, today }) },
      ...('after' in talk ? talk.after : []).map((act) => ({
        at: on(act),
        do: (couple: Couple) => doAfterwards(couple, act, id),
      })),
    ]),
  ];
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The demo finds no ${name}`);
  return value;
}

async function doRitual(couple: Couple, act: DemoRitualAct, before: DemoRitualAct[], today: Day): Promise<void> {
  const { ask } = couple[act.by];
  if ('proposes' in act) await ask('PUT', 'ritual', toRitual(act.proposes, today));
  else if ('does' in act) {
    const last = before.flatMap((other) => ('proposes' in other ? other.proposes : [])).at(-1);
    await ask('PUT', 'ritual/agreement', toRitual(found(last, 'proposal'), today));
  } else if ('moves' in act) {
    const { day, time } = act.to;
    const startsAt = { day: addDays(today, day), time };
    await ask('PUT', `talks/days/${addDays(today, act.moves)}`, { startsAt });
  } else await ask('PUT', `talks/days/${addDays(today, act.skips)}/skip`);
}

type Proposal = Extract<DemoRitualAct, { proposes: unknown }>['proposes'];

function toRitual({ weekdayOf: day, time, form }: Proposal, today: Day) {
  return { rhythm: 'weekly', weekday: weekdayOf(addDays(today, day)), time, form };
}

async function write(couple: Couple, note: DemoNote, id: string, findPrompt: FindPrompt): Promise<void> {
  const { by, kind, title, text, from, lends } = note;
  const { ask } = couple[by];
  await ask('PUT', `notes/${id}`, { kind, title, text, ...(from && { promptId: findPrompt(from) }) });
  if (note.brought) await ask('PUT', `notes/${id}/bringing`, lends ? { lend: true } : {});
}

async function doAfterwards(couple: Couple, act: DemoAfterwards, id: string): Promise<void> {
  const { ask } = couple[act.by];
  const record = (await ask('GET', `talks/${id}`)).record as RecordView;
  if ('does' in act) await ask('PUT', `talks/${id}/approval`, { n: record.n });
  else {
    const last = act.writes === 'said' ? record.mine : record.tries;
    const part = { kind: act.writes, text: act.text, after: last?.n ?? 0 };
    await ask('PUT', `talks/${id}/parts/${randomUUID()}`, part);
  }
}
