import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getNews, mostNewsADay } from '#lib/news/queries';
import { newsBody, newsParams } from '#lib/news/schema';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

export const GET = route({ params: newsParams }, ({ identity, params: { id } }) =>
  transaction(identity, (scope) => getNews(scope, id)),
);

/** Shares something good. It stands as it was said. The id is the client's, so twice is once. */
export const PUT = route({ params: newsParams, body: newsBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { coupleId, userId: authorId } = member;
    if (!member.partner) throw new AppError('alone');
    const sent = await db.news.findUnique({ where: { id } });
    if (sent && sent.authorId !== authorId) throw new AppError('conflict');
    if (sent) {
      const present = await getNews(scope, id);
      if (present.text === body.text) return present;
      throw new AppError('news_changed', { present });
    }
    const since = new Date(now().getTime() - 86_400_000);
    if ((await db.news.count({ where: { authorId, createdAt: { gt: since } } })) >= mostNewsADay)
      throw new AppError('said_enough');
    const sealedBody = await seal(scope, 'couple', { table: 'news', column: 'sealed_body', id }, body.text);
    const { count } = await db.news.createMany({ data: { id, coupleId, authorId, sealedBody }, skipDuplicates: true });
    if (count > 0) await record('news.shared', id);
    // The same one came at the same moment; or the id stands elsewhere.
    else if (!(await db.news.count({ where: { id, authorId } }))) throw new AppError('conflict');
    return getNews(scope, id);
  }),
);

/** Takes mine back: wholly, as long as nobody has said a word to it; afterwards its place stays. */
export const DELETE = route({ params: newsParams }, ({ identity, params: { id } }) =>
  transaction(identity, async ({ db, member, record }) => {
    // With the lock held no answer comes.
    await db.$queryRaw`SELECT 1 FROM news WHERE id = ${id}::uuid FOR UPDATE`;
    const news = await db.news.findUnique({ where: { id }, include: { answers: { select: { id: true } } } });
    if (!news || news.authorId !== member.userId) throw new AppError('not_found');
    if (news.answers.length === 0) await db.news.deleteMany({ where: { id } });
    else if (news.withdrawnAt) return;
    else await db.news.updateMany({ where: { id }, data: { sealedBody: null, withdrawnAt: now() } });
    const isOfUs = member.partner && news.readerIds.includes(member.partner.id);
    if (isOfUs) await record('news.withdrawn', id);
  }),
);
