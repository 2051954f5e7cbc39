import { type Author, authorOf } from '#lib/author';
import { type Day, dateToDay, dayIn, type Time } from '#lib/clock';
import type { Prisma } from '#lib/generated/prisma/client';
import { findQuestion, wordsOf } from '#lib/prompts/library';
import type { Doer, Form, NoteKind, Outcome, RecordPart, RitualRhythm, TalkForm } from '#lib/talks/kinds';
import { minutesTaken } from '#lib/talks/live/machine';
import { stateOf } from '#lib/talks/live/state';
import { sealedNote } from '#lib/talks/schema';
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
  /** What it is in a talk, once it was brought: its title shows at the start of the next, or did in this one. */
  matterId: string | null;
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
  /** Both who held it are still here, so that it can be written on and approved. */
  canWrite: boolean;
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

/** Everything of a note that its view needs. */
export const noteParts = {
  matter: { include: { lent: { select: { id: true } } } },
} as const satisfies Prisma.NoteInclude;
type NoteRow = Prisma.NoteGetPayload<{ include: typeof noteParts }>;

/** A note of mine, and what its matter says, if it was brought. */
export async function viewNote(scope: Pick<Scope, 'db'>, row: NoteRow): Promise<NoteView> {
  const { id, kind, promptId, matter, createdAt } = row;
  const body = await unseal(scope, { table: 'note', column: 'sealed_body', id }, row.sealedBody);
  const { title, text } = sealedNote.parse(JSON.parse(body));
  return {
    id,
    kind,
    title,
    text: text ?? null,
    matterId: matter?.id ?? null,
    isLent: Boolean(matter?.lent),
    talkId: matter?.talkId ?? null,
    isTaken: matter?.isTaken ?? false,
    promptId,
    createdAt: createdAt.toISOString(),
  };
}

type PartRow = Prisma.RecordPartGetPayload<object>;

async function viewPart(scope: Pick<Scope, 'db' | 'member'>, row: PartRow): Promise<RecordPartView> {
  const { id, kind, authorId, n, sealedBody, createdAt } = row;
  const text = sealedBody && (await unseal(scope, { table: 'record_part', column: 'sealed_body', id }, sealedBody));
  return { id, kind, by: authorOf(scope, authorId), n, text, at: createdAt.toISOString() };
}

/** What was written down of a talk, with every version of it. */
export async function viewRecord(
  scope: Pick<Scope, 'db' | 'member'>,
  parts: readonly PartRow[],
  approvals: readonly Prisma.ApprovalGetPayload<object>[],
): Promise<RecordView> {
  const trail: RecordPartView[] = [];
  for (const part of parts) trail.push(await viewPart(scope, part));
  const last = (is: (part: RecordPartView) => boolean) => trail.findLast(is) ?? null;
  const n = trail.at(-1)?.n ?? 0;
  const isYes = (isMine: boolean) =>
    n > 0 && approvals.some((one) => one.n === n && (one.userId === scope.member.userId) === isMine);
  return {
    mine: last(({ kind, by }) => kind === 'said' && by === 'me'),
    theirs: last(({ kind, by }) => kind === 'said' && by !== 'me'),
    tries: last(({ kind }) => kind === 'try'),
    trail,
    n,
    approved: { me: isYes(true), partner: isYes(false) },
  };
}

type CommitmentRow = Prisma.CommitmentGetPayload<object>;

export async function viewCommitment(scope: Pick<Scope, 'db' | 'member'>, row: CommitmentRow): Promise<CommitmentView> {
  const { id, sealedBody } = row;
  const text = sealedBody && (await unseal(scope, { table: 'commitment', column: 'sealed_body', id }, sealedBody));
  const reviewOn = dateToDay(row.reviewOn);
  const state = row.outcome ? 'settled' : row.acceptedAt ? 'open' : 'offered';
  return {
    id,
    talkId: row.talkId,
    by: authorOf(scope, row.authorId),
    doer: row.isBoth ? 'both' : row.doerId === scope.member.userId ? 'me' : 'partner',
    text,
    reviewOn,
    isDue: state === 'open' && reviewOn <= dayIn(scope.member.coupleTimeZone),
    state,
    said: row.saidOutcome && !row.outcome ? { outcome: row.saidOutcome, by: authorOf(scope, row.saidById) } : null,
    outcome: row.outcome,
    earlierId: row.earlierId,
  };
}

/** Everything of a talk that its line in the list needs. */
export const lineParts = {
  matters: true,
  commitments: true,
  parts: { orderBy: { n: 'asc' } },
  approvals: true,
} as const satisfies Prisma.TalkInclude;
type TalkRow = Prisma.TalkGetPayload<{ include: typeof lineParts }>;

export async function viewTalkLine(scope: Scope, row: TalkRow): Promise<TalkLine> {
  const state = stateOf(row);
  const matters: MatterView[] = [];
  for (const matter of row.matters) if (matter.isTaken) matters.push(await viewMatter(scope, matter));
  const commitments: CommitmentView[] = [];
  for (const one of row.commitments) commitments.push(await viewCommitment(scope, one));
  const lastN = row.parts.at(-1)?.n ?? 0;
  const isMine = row.approvals.some(({ userId, n }) => userId === scope.member.userId && n === lastN);
  return {
    id: row.id,
    form: row.form,
    begunAt: (row.begunAt ?? row.saidAt).toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    minutes: minutesTaken(state),
    matters,
    commitments,
    asksMe: row.endedAt !== null && lastN > 0 && !isMine && row.readerIds.length === 2,
  };
}

export async function viewTalk(scope: Scope, row: TalkRow): Promise<TalkView> {
  const state = stateOf(row);
  return {
    ...(await viewTalkLine(scope, row)),
    phones: row.phones === 1 ? 1 : 2,
    canWrite: row.readerIds.length === 2,
    record: await viewRecord(scope, row.parts, row.approvals),
    questions: state.asked.flatMap((id) => {
      const question = findQuestion(id);
      return question ? [{ id, words: wordsOf(question, scope.member.locale) }] : [];
    }),
  };
}
