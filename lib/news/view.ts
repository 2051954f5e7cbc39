import { type Author, authorOf } from '#lib/author';
import type { Prisma } from '#lib/generated/prisma/client';
import type { NewsAnswerKind, NewsStep } from '#lib/news/kinds';
import { nextOf } from '#lib/news/rules';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** `text` is null once it was withdrawn, or its author has left. */
export type NewsAnswerView = { id: string; by: Author; text: string | null; at: string };

export type NewsView = {
  id: string;
  by: Author;
  text: string | null;
  at: string;
  isWithdrawn: boolean;
  answers: Partial<Record<NewsAnswerKind, NewsAnswerView>>;
  /** Whether the two whose it is are the two of now. */
  canGoOn: boolean;
  /** What it asks of me next. */
  next: NewsStep | 'reply' | null;
};

/** Everything of good news that its view needs. */
export const newsParts = { answers: true } as const satisfies Prisma.NewsInclude;
export type NewsRow = Prisma.NewsGetPayload<{ include: typeof newsParts }>;

export async function viewNews(scope: Scope, row: NewsRow): Promise<NewsView> {
  const answers: NewsView['answers'] = {};
  for (const one of row.answers) {
    const place = { table: 'news_answer', column: 'sealed_body', id: one.id };
    const text = one.sealedBody && (await unseal(scope, place, one.sealedBody));
    answers[one.kind] = { id: one.id, by: authorOf(scope, one.authorId), text, at: one.createdAt.toISOString() };
  }
  const { partner } = scope.member;
  const news = {
    id: row.id,
    by: authorOf(scope, row.authorId),
    text: row.sealedBody && (await unseal(scope, { table: 'news', column: 'sealed_body', id: row.id }, row.sealedBody)),
    at: row.createdAt.toISOString(),
    isWithdrawn: row.withdrawnAt !== null,
    answers,
    canGoOn: partner !== null && row.readerIds.includes(partner.id),
  };
  return { ...news, next: nextOf(news) };
}
