import { type Author, authorOf } from '#lib/author';
import type { Day, Time } from '#lib/clock';
import type { Prisma } from '#lib/generated/prisma/client';
import type { Doer, Form, NoteKind, Outcome, RecordPart, RitualRhythm, TalkForm } from '#lib/talks/kinds';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

type MatterRow = Prisma.MatterGetPayload<object>;

/** When the two talk. The time is by the couple's zone. */
export type RitualView = {
  by: Author;
  rhythm: RitualRhythm;
  /** 1 Monday … 7 Sunday; null when daily. */
  weekday: number | null;
  time: Time;
  form: TalkForm;
};

/** A talk that is to come. `id` is null as long as it merely follows from the ritual. */
export type NextTalk = {
  id: string | null;
  /** The ritual's day that it is for. */
  day: Day;
  form: TalkForm;
  startsAt: string;
  /** It was moved from the ritual's own time. */
  isMoved: boolean;
  /** From here on it asks whether there is anything to bring. */
  isNear: boolean;
  /** It is time: from ten minutes before. */
  isNow: boolean;
};

/** The whole of when the two talk. */
export type ScheduleView = {
  agreed: RitualView | null;
  /** What one proposes instead, or for the first time. */
  proposed: RitualView | null;
  next: NextTalk | null;
  /** The one that is under way, if any: to go on with. */
  underWay: { id: string; form: Form; begunAt: string; isPaused: boolean } | null;
};

/** A note of my own. */
export type NoteView = {
  id: string;
  kind: NoteKind;
  title: string;
  text: string | null;
  /** Its title shows at the start of the next talk, or did in this one. */
  isBrought: boolean;
  /** The text may open on one phone while such a talk runs. */
  isLent: boolean;
  /** The talk in which it is or was; null while it waits. */
  talkId: string | null;
  isTaken: boolean;
  promptId: string | null;
  createdAt: string;
};

/** What stands of somebody's note in a talk: its title. Null once its author has left. */
export type MatterView = { id: string; by: Author; kind: NoteKind; title: string | null; isTaken: boolean };

export type RecordPartView = {
  id: string;
  kind: RecordPart;
  by: Author;
  n: number;
  /** Null once its author has left. */
  text: string | null;
  at: string;
};

export type RecordView = {
  /** The last version of each; null where nothing was written. */
  mine: RecordPartView | null;
  theirs: RecordPartView | null;
  tries: RecordPartView | null;
  /** Every version, the oldest first. */
  trail: RecordPartView[];
  /** The last part's number, 0 where there is none. */
  n: number;
  /** Whether each has said yes to it as it stands. */
  approved: { me: boolean; partner: boolean };
};

export type CommitmentView = {
  id: string;
  talkId: string | null;
  by: Author;
  doer: Doer;
  text: string | null;
  reviewOn: Day;
  /** Its day of review has come, and nothing is settled. */
  isDue: boolean;
  /** offered: waits for the other's yes; open: accepted; settled. */
  state: 'offered' | 'open' | 'settled';
  /** What one says became of it, while the other has not. */
  said: { outcome: Outcome; by: Author } | null;
  outcome: Outcome | null;
  /** The one whose place it takes, or would. */
  earlierId: string | null;
};

/** A talk that was begun, as it stands in the list of talks. */
export type TalkLine = {
  id: string;
  form: Form;
  begunAt: string;
  endedAt: string | null;
  /** How long it took, breaks left out. */
  minutes: number | null;
  matters: MatterView[];
  commitments: CommitmentView[];
  /** It was written down, and waits for my yes. */
  asksMe: boolean;
};

export type TalkView = TalkLine & {
  phones: 1 | 2;
  record: RecordView;
  /** Library questions that were read aloud, in an evening; their words in my language. */
  questions: { id: string; words: string }[];
};

/** Somebody's title, as the talk that holds it shows it. */
export async function viewMatter(scope: Pick<Scope, 'db' | 'member'>, row: MatterRow): Promise<MatterView> {
  const { id, authorId, kind, sealedTitle, isTaken } = row;
  const title = sealedTitle && (await unseal(scope, { table: 'matter', column: 'sealed_title', id }, sealedTitle));
  return { id, by: authorOf(scope, authorId), kind, title, isTaken };
}
