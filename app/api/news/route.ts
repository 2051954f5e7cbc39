import { route } from '#lib/http/route';
import { listNews } from '#lib/news/queries';
import { newsListQuery } from '#lib/news/schema';
import { transaction } from '#lib/transaction';

/** Good news that the two have shared with each other. */
export const GET = route({ query: newsListQuery }, ({ identity, query }) =>
  transaction(identity, (scope) => listNews(scope, query)),
);
