import { randomUUID } from 'node:crypto';
import * as bidAnswer from '#app/api/bids/[id]/answer/route';
import * as bid from '#app/api/bids/[id]/route';
import * as bids from '#app/api/bids/route';
import * as newsAnswer from '#app/api/news/[id]/answers/[answerId]/route';
import * as oneNews from '#app/api/news/[id]/route';
import * as news from '#app/api/news/route';
import type { Bids } from '#lib/bids/queries';
import type { BidView } from '#lib/bids/view';
import type { NewsView } from '#lib/news/view';
import { ask } from '#lib/testing/ask';
import type { Person } from '#lib/testing/people';

type Body = Record<string, unknown>;

/** What two do with good news and bids, as somebody does it through the API. */
export const shareNews = (person: Person | null, text = 'I got the flat', id: string = randomUUID()) =>
  ask<NewsView>(person, oneNews.PUT, 'PUT', { id }, { text });
export const seeNews = (person: Person | null, id: string) => ask<NewsView>(person, oneNews.GET, 'GET', { id });
export const listNews = (person: Person | null, query: Record<string, string> = {}) =>
  ask<{ news: NewsView[]; next: string | null }>(person, news.GET, 'GET', {}, undefined, query);
export const withdrawNews = (person: Person | null, id: string) => ask(person, oneNews.DELETE, 'DELETE', { id });
export const answerNews = (
  person: Person | null,
  id: string,
  kind: string,
  text = 'How you kept at it',
  answerId: string = randomUUID(),
) => ask<NewsView>(person, newsAnswer.PUT, 'PUT', { id, answerId }, { kind, text });
export const withdrawNewsAnswer = (person: Person | null, id: string, answerId: string) =>
  ask(person, newsAnswer.DELETE, 'DELETE', { id, answerId });

export const makeBid = (person: Person | null, kind = 'hug', id: string = randomUUID()) =>
  ask<BidView>(person, bid.PUT, 'PUT', { id }, { kind });
export const withdrawBid = (person: Person | null, id: string) => ask(person, bid.DELETE, 'DELETE', { id });
export const answerBid = (person: Person | null, id: string, body: Body = { answer: 'now' }) =>
  ask<BidView>(person, bidAnswer.PUT, 'PUT', { id }, body);
export const seeBids = (person: Person | null) => ask<Bids>(person, bids.GET, 'GET');
