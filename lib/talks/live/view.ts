import type { Form, Step } from '#lib/talks/kinds';
import type { CommandName } from '#lib/talks/live/commands';
import type { MatterView } from '#lib/talks/view';

export type Who = 'me' | 'partner';

/** What a moment of a talk is; each asks for other words and other acts. */
export type Phase =
  /** Both say that they are able to listen. */
  | 'gather'
  /** One has the word for as long as it takes, then the other: thanks, what went right, an ask, a long round. */
  | 'turn'
  /** Both have had it: go on together, or once more. */
  | 'between'
  /** What shall it be about. */
  | 'choose'
  | 'speaking'
  | 'paraphrasing'
  /** Was that it. */
  | 'confirming'
  | 'summary'
  /** The deep level opens only if both are ready. */
  | 'consent'
  /** A question is read aloud, and both answer. */
  | 'question'
  /** Writing down, closing: nobody holds the floor. */
  | 'open'
  | 'ended';

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
