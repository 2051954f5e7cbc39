import { now } from '#lib/clock';
import type { Prisma } from '#lib/generated/prisma/client';
import { findQuestion, wordsOf } from '#lib/prompts/library';
import type { Form, Step } from '#lib/talks/kinds';
import type { CommandName } from '#lib/talks/live/commands';
import { forPartner, legalFor, phaseTimes, questionsOf, roundTime, showsMarks, stepOf } from '#lib/talks/live/machine';
import type { Phase, Slot, State } from '#lib/talks/live/state';
import { type MatterView, viewMatter } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';

export type Who = 'me' | 'partner';

/** A talk under way, as one of the two sees it. Times are milliseconds of the server's clock, which `now` tells. */
export type LiveView = {
  id: string;
  form: Form;
  phones: 1 | 2;
  /** On one phone: whether it is mine. */
  isHost: boolean;
  now: number;
  /** Grows with everything stored: of two views the larger one counts. */
  version: number;
  /** What a command is meant for; it grows when the question that is put to the two changes. */
  moment: number;
  step: Step;
  stepIndex: number;
  phase: Phase;
  /** Stopped clocks stand still at their value of `pause.at`. */
  stepEndsAt: number;
  /** The end of the phase's own soft time; null where it has none. */
  phaseEndsAt: number | null;
  pause: { at: number; until: number } | null;
  /** Who has the word: speaks, reads the question, asks. Never both. */
  holder: Who | null;
  /** Statements in which the holder felt heard, of three. */
  confirmed: number;
  /** Who has said yes to what this moment asks of both. */
  marks: Record<Who, boolean>;
  /** Who would like to end it here. */
  stops: Record<Who, boolean>;
  /** Who has said by an own device that they are in it; what that one brought shows only then. */
  isHere: Record<Who, boolean>;
  /** Who would like to go on on one phone, which is theirs. */
  toOne: Record<Who, boolean>;
  /** Titles that were brought; the notes' texts are no part of this. */
  matters: MatterView[];
  matterId: string | null;
  /** The question that is read aloud, in my language. */
  question: { id: string; words: string; n: number } | null;
  /** Commands that count now when I give them; on one phone, also those that I give for the partner. */
  mine: CommandName[];
  forPartner: CommandName[];
  begunAt: number;
  endedAt: number | null;
};

/** Everything of a talk under way that its view needs. */
export const liveParts = { matters: true } as const satisfies Prisma.TalkInclude;
export type LiveRow = Prisma.TalkGetPayload<{ include: typeof liveParts }>;

/** My place among the two. */
export function slotOf({ member }: Pick<Scope, 'member'>, { readerIds }: Pick<LiveRow, 'readerIds'>): Slot {
  return readerIds[0] === member.userId ? 0 : 1;
}

/** Turns a talk under way, or one that has just ended, into what one of the two sees. */
export async function viewLive(scope: Scope, row: LiveRow, state: State): Promise<LiveView> {
  const me = slotOf(scope, row);
  const partner: Slot = me === 0 ? 1 : 0;
  // A clock that was set back would show more time than there is.
  const at = Math.max(now().getTime(), state.touchedAt);
  const { step, minutes } = stepOf(state);
  const matters: MatterView[] = [];
  for (const matter of row.matters) matters.push(await viewMatter(scope, matter));
  const isHere = (slot: Slot) => row.hereIds.includes(row.readerIds[slot] ?? '');
  const who = (slot: Slot): Who => (slot === me ? 'me' : 'partner');
  return {
    id: row.id,
    form: state.form,
    phones: state.phones,
    isHost: state.host === me,
    now: at,
    version: row.version,
    moment: state.moment,
    step,
    stepIndex: state.step,
    phase: state.phase,
    stepEndsAt: state.stepAt + minutes * 60_000,
    phaseEndsAt: phaseEndOf(state),
    pause: state.pause,
    holder: state.holder === null ? null : who(state.holder),
    confirmed: state.confirmed,
    marks: { me: state.marks[me], partner: showsMarks(state) && state.marks[partner] },
    stops: { me: state.stopsAt[me] !== null, partner: state.stopsAt[partner] !== null },
    isHere: { me: isHere(me), partner: isHere(partner) },
    toOne: { me: state.toOne[me], partner: state.toOne[partner] },
    matters: matters.sort((a, b) => (a.id < b.id ? -1 : 1)),
    matterId: state.matterId,
    question: viewQuestion(scope, state),
    mine: legalFor(state, me, at),
    forPartner: forPartner(state, me, at),
    begunAt: state.begunAt,
    endedAt: state.endedAt,
  };
}

function phaseEndOf(state: State): number | null {
  const isRound = state.phase === 'turn' && stepOf(state).step.startsWith('round');
  const time = isRound ? roundTime : phaseTimes[state.phase];
  return time === undefined ? null : state.phaseAt + time;
}

function viewQuestion({ member }: Scope, state: State): LiveView['question'] {
  if (state.phase !== 'question') return null;
  const question = findQuestion(questionsOf(state)[state.question] ?? '');
  return question ? { id: question.id, words: wordsOf(question, member.locale), n: state.question + 1 } : null;
}
