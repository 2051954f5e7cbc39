import { randomUUID } from 'node:crypto';
import { addDays, type Day, moveClock } from '#lib/clock';
import type { Couple } from '#lib/demo/couple';
import { timeOf } from '#lib/demo/play';
import type { Who } from '#lib/demo/schema';
import type { DemoAsk, DemoEvening, DemoTalk } from '#lib/demo/talk-schema';
import { stepsOf } from '#lib/talks/kinds';
import type { Command } from '#lib/talks/live/commands';
import type { LiveView } from '#lib/talks/live/view';
import type { NoteView, RecordView } from '#lib/talks/view';

/** What a talk needs that stands elsewhere: its id, the notes by their titles, what was asked for by its key. */
type Given = {
  id: string;
  find: { note(title: string): { id: string; by: Who }; ask(key: string): string };
  today: Day;
};

/** Where the two sit: what they do there, and the time that passes. */
type Table = Given & {
  couple: Couple;
  /** Who begins, and on one phone holds it. */
  host: Who;
  /** Lets time pass, about so many seconds. */
  wait(seconds: number): void;
  give(who: Who, command: Command): Promise<void>;
  /** Both say yes to what the moment asks, one a little after the other. */
  agree(): Promise<void>;
  /** Of a talk on one phone: the other says by an own one to be here, and puts it away. */
  comeToPhone(): Promise<void>;
  /** Who has the word. */
  holder(): Who;
};

const other = (who: Who): Who => (who === 'mika' ? 'noor' : 'mika');

/** Walks the two through a talk or an evening of questions, step by step and with the clock going on, from beginning to end. */
export async function holdTalk(couple: Couple, talk: DemoTalk | DemoEvening, given: Given): Promise<void> {
  const table = await sitDown(couple, talk, given);
  for (const { step, minutes } of stepsOf[talk.form]) {
    const seconds = minutes * 60;
    if (step === 'arrive') await arrive(table, talk, seconds);
    else if (step === 'light' || step === 'warm' || step === 'deep')
      await answer(table, 'questions' in talk ? talk.questions[step] : 0, step, seconds);
    else if (step === 'close' || talk.form === 'evening') {
      table.wait(seconds * 0.7);
      await table.agree();
    } else if (step === 'matter') await discuss(table, talk);
    else if (step === 'write') await writeDown(table, talk, seconds);
    else await takeTurns(table, step === 'ask' ? talk.asks : [], seconds);
  }
}

async function sitDown(couple: Couple, talk: DemoTalk | DemoEvening, given: Given): Promise<Table> {
  const { id, today } = given;
  const { by: host, form, phones = 2 } = talk;
  const isOnePhone = phones === 1;
  const day = talk.form !== 'evening' && !talk.free ? addDays(today, talk.movedFrom ?? talk.day) : undefined;
  let view = await begin();
  let seenBy = host;
  let at = timeOf(today, talk.day, talk.at).getTime();
  // No two talks take equally long, but each takes the same whenever the demo is played: ms to a second, and what varies it.
  let n = -talk.day;
  const pace = 1000 + ((n * 37) % 180);

  async function begin(): Promise<LiveView> {
    const body = { id, form, phones, ...(day && { day }) };
    return (await couple[host].ask('POST', 'talks', body)) as unknown as LiveView;
  }

  const wait = (seconds: number) => {
    n = (n * 137 + 59) % 997;
    at += seconds * pace * (0.85 + (0.3 * n) / 997);
    moveClock(new Date(at));
  };
  const give = async (who: Who, command: Command) => {
    const hand = isOnePhone ? host : who;
    const body = { moment: view.moment, command, ...(hand !== who && { as: 'partner' }) };
    view = (await couple[hand].ask('POST', `talks/${id}/commands`, body)) as unknown as LiveView;
    seenBy = hand;
  };
  return {
    ...given,
    couple,
    host,
    wait,
    give,
    agree: async () => {
      await give(host, { name: 'yes' });
      if (isOnePhone) return;
      wait(6);
      await give(other(host), { name: 'yes' });
    },
    comeToPhone: async () => {
      if (!isOnePhone) return;
      const body = { moment: view.moment, command: { name: 'yes' } };
      await couple[other(host)].ask('POST', `talks/${id}/commands`, body);
      wait(6);
    },
    holder: () => {
      if (!view.holder) throw new Error(`Nobody has the word in ${view.step}`);
      return view.holder === 'me' ? seenBy : other(seenBy);
    },
  };
}

/** They say what became of what they had agreed on, and that they are able to listen. */
async function arrive(table: Table, talk: DemoTalk | DemoEvening, seconds: number): Promise<void> {
  const { couple, find, wait } = table;
  for (const { of, by, outcome } of 'reviews' in talk ? talk.reviews : [])
    for (const who of [by, other(by)]) {
      wait(12);
      await couple[who].ask('PUT', `commitments/${find.ask(of)}/outcome`, { outcome });
    }
  wait(seconds * 0.5);
  await table.comeToPhone();
  await table.agree();
}

/** One has the word, then the other. Whoever asks for something then offers it. */
async function takeTurns(table: Table, asks: readonly DemoAsk[], seconds: number): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    const holder = table.holder();
    table.wait(seconds * 0.45);
    for (const ask of asks) if (ask.by === holder) await offer(table, ask);
    await table.give(holder, { name: 'pass' });
  }
  table.wait(10);
  await table.agree();
}

async function offer({ couple, id: talkId, find, today, wait }: Table, ask: DemoAsk): Promise<void> {
  const { by, text, doer, review, insteadOf, accepted = true } = ask;
  const id = find.ask(ask.key);
  const body = { text, doer, reviewOn: addDays(today, review), talkId };
  await couple[by].ask('PUT', `commitments/${id}`, { ...body, ...(insteadOf && { earlierId: find.ask(insteadOf) }) });
  wait(25);
  if (accepted) await couple[other(by)].ask('PUT', `commitments/${id}/acceptance`);
}

/** They speak and say back, the one who brought it first, about one matter after the other. */
async function discuss(table: Table, { form, about, pause }: DemoTalk): Promise<void> {
  const { couple, find, give, wait, agree } = table;
  for (const [index, title] of about.entries()) {
    // What comes first takes longest, and an hour has room for more than twenty minutes.
    const statements = (form === 'full' && index === 0) || about.length === 1 ? 2 : 1;
    const { id: noteId, by } = find.note(title);
    const { matterId } = (await couple[by].ask('GET', `notes/${noteId}`)) as unknown as NoteView;
    wait(30);
    await give(by, { name: 'choose', matterId });
    for (const speaker of [by, other(by)]) {
      for (let n = 0; n < statements; n++) {
        const isFirst = index === 0 && speaker === by && n === 0;
        wait(80);
        await give(speaker, { name: 'said' });
        if (isFirst && pause) {
          await give(pause.by, { name: 'pause', minutes: pause.minutes });
          wait(pause.minutes * 60 * 1.2);
          await agree();
        }
        await sayBack(table, speaker, form === 'full' && isFirst);
      }
      // After six minutes the floor has passed by itself.
      if (speaker === by && table.holder() === by) await give(by, { name: 'pass' });
    }
    wait(10);
    await agree();
    wait(50);
  }
  // The summary of the last one, or that there was none.
  await agree();
}

async function sayBack({ give, wait }: Table, speaker: Who, isSlow: boolean): Promise<void> {
  wait(45);
  await give(other(speaker), { name: 'saidBack' });
  if (isSlow) {
    wait(8);
    await give(speaker, { name: 'notQuite' });
    wait(40);
    await give(other(speaker), { name: 'saidBack' });
  }
  wait(8);
  await give(speaker, { name: 'heard' });
}

/** Each writes their own part of it, one what they will try, and both say yes to it. */
async function writeDown(table: Table, talk: DemoTalk, seconds: number): Promise<void> {
  const { couple, id, wait } = table;
  let n = 0;
  for (const { by, kind, text } of [
    { by: table.host, kind: 'said', text: talk.said[table.host] },
    { by: other(table.host), kind: 'said', text: talk.said[other(table.host)] },
    { by: talk.try.by, kind: 'try', text: talk.try.text },
  ]) {
    wait(seconds * 0.28);
    const path = `talks/${id}/parts/${randomUUID()}`;
    const record = (await couple[by].ask('PUT', path, { kind, text, after: 0 })) as unknown as RecordView;
    n = record.n;
  }
  for (const who of [table.host, other(table.host)]) {
    wait(seconds * 0.06);
    await couple[who].ask('PUT', `talks/${id}/approval`, { n });
  }
  await table.agree();
}

/** They answer as many of a level's questions; without any, they leave the deep ones closed. */
async function answer(
  table: Table,
  questions: number,
  step: 'light' | 'warm' | 'deep',
  seconds: number,
): Promise<void> {
  const { give, wait, agree } = table;
  if (step === 'deep') {
    wait(30);
    if (questions === 0) return give(table.host, { name: 'notDeep' });
    await agree();
  }
  for (let n = 1; n <= questions; n++) {
    wait(seconds / questions);
    if (n < questions) await give(table.holder(), { name: 'nextQuestion' });
  }
  await agree();
}
