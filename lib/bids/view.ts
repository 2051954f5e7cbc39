import { authorOf } from '#lib/author';
import type { BidAnswer, BidKind } from '#lib/bids/kinds';
import { type Day, dayIn, type Time, timeIn } from '#lib/clock';
import type { Prisma } from '#lib/generated/prisma/client';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** A day and a time by the reader's own clock. */
export type BidWhenView = { day: Day; time: Time; at: string };

export type BidAnswerView = { answer: BidAnswer; when: BidWhenView | null; text: string | null };

export type BidView = {
  id: string;
  by: 'me' | 'partner';
  kind: BidKind;
  at: string;
  answer: BidAnswerView | null;
  /** When it goes, and leaves nothing. */
  fadesAt: string;
};

type BidRow = Prisma.BidGetPayload<object>;

export async function viewBid(scope: Scope, row: BidRow): Promise<BidView> {
  const { id, kind, createdAt, fadesAt } = row;
  return {
    id,
    by: authorOf(scope, row.authorId) === 'me' ? 'me' : 'partner',
    kind,
    at: createdAt.toISOString(),
    answer: await viewAnswer(scope, row),
    fadesAt: fadesAt.toISOString(),
  };
}

async function viewAnswer(scope: Scope, row: BidRow): Promise<BidAnswerView | null> {
  const { answer, answerAt, sealedAnswer } = row;
  if (!answer) return null;
  const { timeZone: zone } = scope.member;
  const place = { table: 'bid', column: 'sealed_answer', id: row.id };
  return {
    answer,
    when: answerAt && { day: dayIn(zone, answerAt), time: timeIn(zone, answerAt), at: answerAt.toISOString() },
    text: sealedAnswer && (await unseal(scope, place, sealedAnswer)),
  };
}
