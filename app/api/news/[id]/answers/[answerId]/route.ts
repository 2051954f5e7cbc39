import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import type { EventName } from '#lib/events/catalogue';
import { route } from '#lib/http/route';
import type { NewsAnswerKind } from '#lib/news/kinds';
import { getNews } from '#lib/news/queries';
import { newsAnswerBody, newsAnswerParams } from '#lib/news/schema';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

const eventOf: Record<NewsAnswerKind, EventName> = {
  great: 'news.answered',
  question: 'news.asked',
  reply: 'news.replied',
  celebrate: 'news.celebrated',
};

/** Answers good news, a step at a time, or replies to what was asked about mine. Each is said once; twice is once. */
export const PUT = route({ params: newsAnswerParams, body: newsAnswerBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { coupleId, userId: authorId } = member;
    const { id: newsId, answerId: id } = params;
    if (!(await db.news.count({ where: { id: newsId } }))) throw new AppError('not_found');
    const own = { id, newsId, authorId, kind: body.kind };
    if (await db.newsAnswer.count({ where: own })) {
      const present = await getNews(scope, newsId);
      if (present.answers[body.kind]?.text === body.text) return present;
      throw new AppError('news_changed', { present });
    }
    const sealedBody = await seal(scope, 'couple', { table: 'news_answer', column: 'sealed_body', id }, body.text);
    // The database locks the news and holds to the order of the steps.
    const { count } = await db.newsAnswer.createMany({
      data: { ...own, coupleId, sealedBody },
      skipDuplicates: true,
    });
    if (count > 0) await record(eventOf[body.kind], newsId);
    else if (!(await db.newsAnswer.count({ where: own })))
      throw new AppError('news_changed', { present: await getNews(scope, newsId) });
    return getNews(scope, newsId);
  }),
);

/** Withdraws what I said; its place stays. */
export const DELETE = route({ params: newsAnswerParams }, ({ identity, params: { id: newsId, answerId: id } }) =>
  transaction(identity, async ({ db, member, record }) => {
    const own = { id, newsId, authorId: member.userId };
    if (!(await db.newsAnswer.count({ where: own }))) throw new AppError('not_found');
    const { count } = await db.newsAnswer.updateMany({
      where: { ...own, withdrawnAt: null },
      data: { sealedBody: null, withdrawnAt: now() },
    });
    if (count > 0) await record('news.withdrawn', newsId);
  }),
);
