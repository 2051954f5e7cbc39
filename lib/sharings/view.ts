import { type Author, authorOf } from '#lib/author';
import type { Prisma } from '#lib/generated/prisma/client';
import type { How, ReplyIntent, Words } from '#lib/sharings/kinds';
import { sealedWords } from '#lib/sharings/schema';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** Everything of a sharing that its view needs; policies decide what comes along. */
export const sharingParts = {
  opened: true,
  answers: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.SharingInclude;

export type SharingRow = Prisma.SharingGetPayload<{ include: typeof sharingParts }>;

/** `text` is null once its author has left. */
export type ReplyView = { id: string; by: Author; intent: ReplyIntent; text: string | null; at: string };

export type SharingView = {
  id: string;
  by: Author;
  how: How;
  /** Null once its author has left, and to its receiver until they open it. */
  words: Words | null;
  /** When it goes; null once it has. Its author's alone. */
  deliverAt: string | null;
  deliveredAt: string | null;
  /** Mine, or opened by me. */
  isOpen: boolean;
  answers: ReplyView[];
};

export const placeOf = (id: string) => ({ table: 'sharing', column: 'sealed_words', id });
export const placeOfAnswer = (id: string) => ({ table: 'sharing_answer', column: 'sealed_body', id });

export async function viewSharing(scope: Scope, row: SharingRow): Promise<SharingView> {
  const by = authorOf(scope, row.authorId);
  const isOpen = by === 'me' || row.opened.length > 0;
  const words =
    isOpen && row.sealedWords
      ? sealedWords.parse(JSON.parse(await unseal(scope, placeOf(row.id), row.sealedWords)))
      : null;
  const answers: ReplyView[] = [];
  for (const answer of row.answers)
    answers.push({
      id: answer.id,
      by: authorOf(scope, answer.authorId),
      intent: answer.intent as ReplyIntent,
      text: answer.sealedBody ? await unseal(scope, placeOfAnswer(answer.id), answer.sealedBody) : null,
      at: answer.createdAt.toISOString(),
    });
  return {
    id: row.id,
    by,
    how: row.how,
    words,
    deliverAt: row.deliverAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    isOpen,
    answers,
  };
}
