import type { z } from 'zod';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { newsListQuery, newsParams } from '#lib/news/schema';
import { type NewsView, newsParts, viewNews } from '#lib/news/view';
import type { Scope } from '#lib/transaction';

const pageSize = 30;

/** What one person shares within a day, of which more is a feed. */
export const mostNewsADay = 20;

/** @throws AppError `not_found` */
export async function getNews(scope: Scope, id: string): Promise<NewsView> {
  const row = await scope.db.news.findUnique({ where: { id }, include: newsParts });
  if (!row) throw new AppError('not_found');
  return viewNews(scope, row);
}

/** The good news of an address, where there is such. */
export async function findNews(scope: Scope, id: string): Promise<NewsView | null> {
  if (!newsParams.safeParse({ id }).success) return null;
  const row = await scope.db.news.findUnique({ where: { id }, include: newsParts });
  return row && viewNews(scope, row);
}

/** Good news of both, the newest first, after the one that a cursor (`next` of the page before) names. */
export async function listNews(
  scope: Scope,
  { before }: z.output<typeof newsListQuery> = {},
): Promise<{ news: NewsView[]; next: string | null }> {
  const rows = await scope.db.news.findMany({
    where: {
      coupleId: scope.member.coupleId,
      ...(before && {
        OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }],
      }),
    },
    include: newsParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  });
  const news: NewsView[] = [];
  for (const row of rows.slice(0, pageSize)) news.push(await viewNews(scope, row));
  const last = news.at(-1);
  return { news, next: last && rows.length > pageSize ? `${last.at}_${last.id}` : null };
}

/** The place in the list that an address names, where it names one. */
export function readPlace(before: string | undefined): z.output<typeof newsListQuery> {
  const read = newsListQuery.safeParse({ before });
  return read.success ? read.data : {};
}

/** For how many days good news asks for an answer on the page of today. Then it stops by itself. */
const asksFor = 3;

/** What asks something of me today: news that I have not answered yet, and questions to mine. The newest first. */
export async function listAskingNews(scope: Scope, most = 2): Promise<NewsView[]> {
  const { coupleId, partner } = scope.member;
  if (!partner) return [];
  const since = new Date(now().getTime() - asksFor * 86_400_000);
  const rows = await scope.db.news.findMany({
    where: {
      coupleId,
      withdrawnAt: null,
      readerIds: { has: partner.id },
      OR: [{ createdAt: { gt: since } }, { answers: { some: { createdAt: { gt: since } } } }],
    },
    include: newsParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 2 * mostNewsADay,
  });
  const asking: NewsView[] = [];
  for (const row of rows) {
    if (asking.length === most) break;
    const news = await viewNews(scope, row);
    // A step that follows is for whoever wants to take it, on the page itself.
    if (news.next === 'great' || news.next === 'reply') asking.push(news);
  }
  return asking;
}
