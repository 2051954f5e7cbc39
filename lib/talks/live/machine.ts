import { longestBreak, moveHours, type Step, shortestBreak, stepsOf } from '#lib/talks/kinds';
import type { Command, CommandName } from '#lib/talks/live/commands';
import type { Phase, Slot, State } from '#lib/talks/live/state';

// A talk under way, from beginning to end, without anything around it: which state follows from which command. Times are
// milliseconds since 1970.

type Both<T> = [T, T];

/** What a command comes to: a state; another time for the whole talk; or nothing, since it does not count now. */
export type Result = { state: State } | { movedTo: number } | { refused: true };

/** Statements after which the floor passes, and ms after which it does at the next of them. */
const statements = 3;
const floorTime = 6 * 60_000;
/** How often a paraphrase can be "not quite" it. */
const mostTries = 2;
/** Where nothing has happened for this long, or somebody has wanted to end it for this long, in ms, that one alone may. */
const leftAfter = 2 * 60 * 60_000;

/** Without anything happening for this long, in ms, one alone may go on on one phone. */
const quietAfter = 2 * 60_000;

/** For how long a yes on arriving holds, in ms. */
const listenFor = 15 * 60_000;

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
    markedAt: at,
    stopsAt: [null, null],
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

const isLong = (since: number, { pause }: State, at: number) => at - Math.max(since, pause?.until ?? 0) >= leftAfter;

/** Whether nothing has happened for so long, a break and its time to return left out, that it is left. */
function isQuiet(state: State, at: number): boolean {
  return isLong(state.touchedAt, state, at);
}

/** Whether one alone may end it now: nobody is kept in a talk for good. */
function mayEnd(state: State, by: Slot, at: number): boolean {
  const asked = state.stopsAt[by];
  return isQuiet(state, at) || (asked !== null && isLong(asked, state, at));
}

/** Whether nobody has said yet that they are able to listen to each other: then either may put it off, or end it. */
const isArriving = ({ step }: State) => step === 0;

/** Which commands count now when one of the two gives them. */
export function legalFor(state: State, by: Slot, at: number): CommandName[] {
  const { phase, marks, stopsAt, pause, holder } = state;
  if (phase === 'ended') return [];
  const yes: CommandName = marks[by] ? 'unyes' : 'yes';
  const stop: CommandName = stopsAt[by] !== null && !mayEnd(state, by, at) ? 'unstop' : 'stop';
  // At a phone that speaks for both, the other says so by an own one.
  const here: CommandName[] = state.phones === 1 && state.host !== by ? ['here'] : [];
  if (pause) return [yes, stop, 'phones', ...here];
  const always: CommandName[] = isArriving(state) ? [stop, 'phones'] : ['pause', stop, 'phones', ...here];
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

/** Commands that nobody gives for somebody else, not even on one phone. */
const onesOwn: ReadonlySet<CommandName> = new Set(['pause', 'phones', 'stop', 'unstop', 'move', 'here']);

/** Which commands the host of a talk on one phone may give for the partner. */
export function forPartner(state: State, me: Slot, at: number): CommandName[] {
  if (state.phones !== 1 || state.host !== me) return [];
  return legalFor(state, other(me), at).filter((name) => !onesOwn.has(name));
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
      return { state: askToStop(now, by, time, state) };
    case 'unstop':
      return { state: { ...now, stopsAt: set(state.stopsAt, by, null) } };
    case 'here':
      return { state: now };
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
  const { marks, stopsAt, phase } = state;
  if (phase === 'ended') return false;
  if (name === 'yes') return marks[by];
  if (name === 'unyes') return !marks[by];
  if (name === 'stop') return stopsAt[by] !== null && !mayEnd(state, by, at);
  return name === 'unstop' && stopsAt[by] === null;
}

function set<T>(both: Both<T>, slot: Slot, value: T): Both<T> {
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
  // Whoever was able to listen then may be elsewhere by now: it is asked anew.
  const isStale = isArriving(state) && at - state.markedAt >= listenFor;
  const before = isStale ? nobody() : state.marks;
  const marks: Both<boolean> = isForBoth(state, by) ? [true, true] : set(before, by, true);
  if (marks[0] && marks[1]) return agree(state, at);
  return { ...state, marks, markedAt: before[0] || before[1] ? state.markedAt : at };
}

/** Both have said yes to what the moment asked. */
function agree(state: State, at: number): State {
  if (state.pause) return resume(state, at);
  if (state.phase === 'speaking') return enter(state, 'summary', at, { holder: null });
  // Its time begins with its first question.
  if (state.phase === 'consent') return ask({ ...state, stepAt: at }, at, 0, state.first);
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
  return enter(withoutPause(state, at), 'ended', at, { holder: null, endedAt: at, stopsAt: [null, null] });
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

/** Whether one may learn that the other has said yes: to the deep level neither does before both have. */
export function showsMarks({ phase, pause }: State): boolean {
  return phase !== 'consent' || pause !== null;
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

function askToStop(state: State, by: Slot, at: number, before: State): State {
  // Left long ago, it ended when anything was done last.
  if (isQuiet(before, at)) return end(state, before.touchedAt);
  const isAgreed = isForBoth(state, by) || state.stopsAt[other(by)] !== null;
  if (isArriving(state) || isAgreed || mayEnd(before, by, at)) return end(state, at);
  return { ...state, stopsAt: set(state.stopsAt, by, at) };
}

/** How long it took, breaks left out, in whole minutes. */
export function minutesTaken({ begunAt, endedAt, breaks }: State): number | null {
  return endedAt === null ? null : Math.max(1, Math.round((endedAt - begunAt - breaks) / 60_000));
}
