import { type Form, longestBreak, moveHours, type Step, shortestBreak, stepsOf } from '#lib/talks/kinds';
import type { Command, CommandName } from '#lib/talks/live/commands';
import type { Phase } from '#lib/talks/live/view';

// A talk under way, from beginning to end, without anything around it: which state follows from which command. It is stored as
// JSON, so it holds ids and numbers only. Times are milliseconds since 1970.

/** One of the two, by the place in the couple. */
export type Slot = 0 | 1;
type Both<T> = [T, T];

export type State = {
  form: Form;
  phones: 1 | 2;
  /** Whose device it is, on one. */
  host: Slot | null;
  /** Which of the form's steps, and since when. */
  step: number;
  stepAt: number;
  phase: Phase;
  phaseAt: number;
  /** Grows when what is asked of the two changes. */
  moment: number;
  /** Who has said yes to what this moment asks of both. */
  marks: Both<boolean>;
  /** Who would like to end it here. */
  stops: Both<boolean>;
  /** Who would go on on one phone. */
  toOne: Both<boolean>;
  /** Who is the first to have the word in this step. */
  first: Slot;
  holder: Slot | null;
  /** Since when the holder has it; statements in which the holder felt heard since; how often the last was not quite it. */
  floorAt: number;
  confirmed: number;
  tries: number;
  matterId: string | null;
  /** Library questions of an evening by level, and which is being answered. */
  questions: { light: string[]; warm: string[]; deep: string[] };
  question: number;
  /** Those that were read aloud. */
  asked: string[];
  pause: { at: number; until: number } | null;
  begunAt: number;
  /** Breaks so far. */
  breaks: number;
  /** When anything was done last. */
  touchedAt: number;
  endedAt: number | null;
};

/** What a command comes to: a state; another time for the whole talk; or nothing, since it does not count now. */
export type Result = { state: State } | { movedTo: number } | { refused: true };

/** Statements after which the floor passes, and ms after which it does at the next of them. */
const statements = 3;
const floorTime = 6 * 60_000;
/** How often a paraphrase can be "not quite" it. */
const mostTries = 2;
/** Without anything happening for this long, in ms, one alone may end a talk. */
const leftAfter = 2 * 60 * 60_000;

/** Without anything happening for this long, in ms, one alone may go on on one phone. */
const quietAfter = 2 * 60_000;

/** What a phase is meant to take, in ms. Nothing happens when it is over. */
export const phaseTimes: Partial<Record<Phase, number>> = { speaking: 90_000, paraphrasing: 60_000 };
/** One's own time in a long round, in ms. */
export const roundTime = 15 * 60_000;

const other = (slot: Slot): Slot => (slot === 0 ? 1 : 0);
const nobody = (): Both<boolean> => [false, false];

export function stepOf({ form, step }: Pick<State, 'form' | 'step'>): { step: Step; minutes: number } {
  const found = stepsOf[form][step];
  if (!found) throw new Error(`A ${form} talk has no step ${step}`);
  return found;
}

type Beginning = Pick<State, 'form' | 'phones' | 'host' | 'first' | 'questions'> & { at: number };

/** A talk at its beginning: both arrive. */
export function begin({ at, ...given }: Beginning): State {
  return {
    ...given,
    step: 0,
    stepAt: at,
    phase: 'gather',
    phaseAt: at,
    moment: 1,
    marks: nobody(),
    stops: nobody(),
    toOne: nobody(),
    holder: null,
    floorAt: at,
    confirmed: 0,
    tries: 0,
    matterId: null,
    question: 0,
    asked: [],
    pause: null,
    begunAt: at,
    breaks: 0,
    touchedAt: at,
    endedAt: null,
  };
}

/** Whether nothing has happened for so long, a break and its time to return left out, that one alone may end it. */
function isLeft({ touchedAt, pause }: State, at: number): boolean {
  return at - Math.max(touchedAt, pause?.until ?? 0) >= leftAfter;
}

/** Which commands count now when one of the two gives them. */
export function legalFor(state: State, by: Slot, at: number): CommandName[] {
  const { phase, marks, stops, pause, holder } = state;
  if (phase === 'ended') return [];
  const yes: CommandName = marks[by] ? 'unyes' : 'yes';
  const stop: CommandName = stops[by] && !isLeft(state, at) ? 'unstop' : 'stop';
  if (pause) return [yes, stop, 'phones'];
  const always: CommandName[] = phase === 'gather' ? [stop, 'phones'] : ['pause', stop, 'phones'];
  const holds = holder === by;
  const now: Record<Exclude<Phase, 'ended'>, CommandName[]> = {
    gather: [yes, 'move'],
    turn: holds ? ['pass'] : [],
    between: [yes, 'again'],
    choose: ['choose', yes],
    speaking: holds ? ['said', 'pass', yes] : [yes],
    paraphrasing: holds ? [] : ['saidBack'],
    confirming: holds ? (state.tries < mostTries ? ['heard', 'notQuite'] : ['heard']) : [],
    summary: [yes, 'choose'],
    consent: [yes, 'notDeep'],
    question: hasNextQuestion(state) ? ['nextQuestion', yes] : [yes],
    open: [yes],
  };
  return [...now[phase], ...always];
}

/**
 * What follows when one of the two gives a command for a moment. A mark for a moment that is still this one counts, whatever
 * the other did meanwhile; everything else is for the very moment it was given in.
 * @param matter whose the matter is that a `choose` names
 */
export function apply(
  state: State,
  command: Command,
  { by, moment, at, matter }: { by: Slot; moment: number; at: number; matter?: Slot },
): Result {
  const time = Math.max(at, state.touchedAt);
  if (moment === state.moment && isSaid(state, command, by, time)) return { state };
  if (moment !== state.moment || !legalFor(state, by, time).includes(command.name)) return { refused: true };
  const now = { ...state, touchedAt: time };
  switch (command.name) {
    case 'yes':
      return { state: mark(now, by, time) };
    case 'unyes':
      return { state: { ...now, marks: set(state.marks, by, false) } };
    case 'stop':
      return { state: askToStop(now, by, time, isLeft(state, time)) };
    case 'unstop':
      return { state: { ...now, stops: set(state.stops, by, false) } };
    case 'phones':
      return { state: changePhones(now, by, command.phones, time - state.touchedAt >= quietAfter) };
    case 'move':
      return command.to > time && command.to <= time + moveHours * 3_600_000
        ? { movedTo: command.to }
        : { refused: true };
    case 'pause': {
      const isFit = command.minutes >= shortestBreak && command.minutes <= longestBreak;
      if (!isFit) return { refused: true };
      const pause = { at: time, until: time + command.minutes * 60_000 };
      return { state: { ...now, pause, marks: nobody(), moment: state.moment + 1 } };
    }
    case 'pass':
      return { state: state.phase === 'speaking' ? passFloor(now, time) : passTurn(now, time) };
    case 'again':
      return { state: enter(now, 'turn', time, { holder: state.first }) };
    case 'choose':
      return {
        state: enter(now, 'speaking', time, { ...floorOf(matter ?? by, time), matterId: command.matterId }),
      };
    case 'said':
      return { state: enter(now, 'paraphrasing', time) };
    case 'saidBack':
      return { state: enter(now, 'confirming', time) };
    case 'notQuite':
      return { state: enter(now, 'paraphrasing', time, { tries: state.tries + 1 }) };
    case 'heard':
      return { state: confirm(now, time) };
    case 'nextQuestion':
      return { state: ask(now, time, state.question + 1, other(state.holder ?? state.first)) };
    case 'notDeep':
      return { state: goOn(now, time) };
  }
}

/** Said already, on another device or by a request that came twice. */
function isSaid(state: State, { name }: Command, by: Slot, at: number): boolean {
  const { marks, stops, phase } = state;
  if (phase === 'ended') return false;
  if (name === 'yes') return marks[by];
  if (name === 'unyes') return !marks[by];
  if (name === 'stop') return stops[by] && !isLeft(state, at);
  return name === 'unstop' && !stops[by];
}

function set(both: Both<boolean>, slot: Slot, value: boolean): Both<boolean> {
  return slot === 0 ? [value, both[1]] : [both[0], value];
}

/** Another moment: nobody has said anything to it yet. */
function enter(state: State, phase: Phase, at: number, changed: Partial<State> = {}): State {
  return { ...state, phase, phaseAt: at, moment: state.moment + 1, marks: nobody(), ...changed };
}

/**
 * On two phones from here on, as soon as either says so. On one when both do, and it is the phone of the one who said so first:
 * there it speaks for both. Where nothing happens any more, the other's phone may be empty: then one alone may say it.
 */
function changePhones(state: State, by: Slot, phones: 1 | 2, isQuiet: boolean): State {
  if (phones === 2) return { ...state, phones, host: null, toOne: nobody() };
  if (state.phones === 1) return state;
  if (state.toOne[other(by)]) return { ...state, phones, host: other(by), toOne: nobody() };
  return isQuiet ? { ...state, phones, host: by, toOne: nobody() } : { ...state, toOne: set(state.toOne, by, true) };
}

/** On one phone, who holds it says yes for both: they sit at one table. */
function isForBoth({ phones, host }: State, by: Slot): boolean {
  return phones === 1 && host === by;
}

function mark(state: State, by: Slot, at: number): State {
  const marks: Both<boolean> = isForBoth(state, by) ? [true, true] : set(state.marks, by, true);
  return marks[0] && marks[1] ? agree(state, at) : { ...state, marks };
}

/** Both have said yes to what the moment asked. */
function agree(state: State, at: number): State {
  if (state.pause) return resume(state, at);
  if (state.phase === 'speaking') return enter(state, 'summary', at, { holder: null });
  if (state.phase === 'consent') return ask(state, at, 0, state.first);
  return goOn(state, at);
}

/** Into the next step; after the last one, to the end. */
function goOn(state: State, at: number): State {
  const step = state.step + 1;
  if (step >= stepsOf[state.form].length) return end(state, at);
  const next = { ...state, step, stepAt: at, first: other(state.first), holder: null, matterId: null, question: 0 };
  switch (stepOf(next).step) {
    case 'matter':
      return enter(next, 'choose', at);
    case 'write':
    case 'close':
      return enter(next, 'open', at);
    case 'deep':
      return enter(next, 'consent', at);
    case 'light':
    case 'warm':
      return ask(next, at, 0, next.first);
    default:
      return enter(next, 'turn', at, { holder: next.first });
  }
}

function end(state: State, at: number): State {
  return enter(withoutPause(state, at), 'ended', at, { holder: null, endedAt: at, stops: nobody() });
}

/** One has had the word in this step, then the other; then they say how to go on. */
function passTurn(state: State, at: number): State {
  const isFirst = state.holder === state.first;
  return isFirst
    ? enter(state, 'turn', at, { holder: other(state.first) })
    : enter(state, 'between', at, { holder: null });
}

const floorOf = (holder: Slot, at: number) => ({ holder, floorAt: at, confirmed: 0, tries: 0 });

function passFloor(state: State, at: number): State {
  return enter(state, 'speaking', at, floorOf(other(state.holder ?? state.first), at));
}

/** The holder felt heard. After three such statements, or six minutes, the floor passes. */
function confirm(state: State, at: number): State {
  const confirmed = state.confirmed + 1;
  if (confirmed >= statements || at - state.floorAt >= floorTime) return passFloor(state, at);
  return enter(state, 'speaking', at, { confirmed, tries: 0 });
}

/** One reads the level's next question aloud, and both answer. */
function ask(state: State, at: number, question: number, holder: Slot): State {
  const id = questionsOf(state)[question];
  return enter(state, 'question', at, { question, holder, asked: id ? [...state.asked, id] : state.asked });
}

/** The questions of the step's level; none where it has no level. */
export function questionsOf(state: State): string[] {
  const { step } = stepOf(state);
  return step === 'light' || step === 'warm' || step === 'deep' ? state.questions[step] : [];
}

/** Whether the level has another question. */
export function hasNextQuestion(state: State): boolean {
  return state.question + 1 < questionsOf(state).length;
}

/** Ends a break without going on: what was left of everything is left. */
function withoutPause(state: State, at: number): State {
  if (!state.pause) return state;
  const away = at - state.pause.at;
  return {
    ...state,
    pause: null,
    breaks: state.breaks + away,
    stepAt: state.stepAt + away,
    phaseAt: state.phaseAt + away,
    floorAt: state.floorAt + away,
  };
}

function resume(state: State, at: number): State {
  return { ...withoutPause(state, at), marks: nobody(), moment: state.moment + 1 };
}

function askToStop(state: State, by: Slot, at: number, isLeft: boolean): State {
  const stops: Both<boolean> = isForBoth(state, by) ? [true, true] : set(state.stops, by, true);
  return isLeft || (stops[0] && stops[1]) ? end(state, at) : { ...state, stops };
}

/** How long it took, breaks left out, in whole minutes. */
export function minutesTaken({ begunAt, endedAt, breaks }: State): number | null {
  return endedAt === null ? null : Math.max(1, Math.round((endedAt - begunAt - breaks) / 60_000));
}
