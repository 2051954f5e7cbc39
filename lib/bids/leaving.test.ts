import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { env } from '#lib/env';
import {
  answerBid,
  answerNews,
  listNews,
  makeBid,
  seeBids,
  seeNews,
  shareNews,
  withdrawNews,
  withdrawNewsAnswer,
} from '#lib/testing/news-and-bids';
import { createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';

// What becomes of good news and bids when one of the two goes, and when another comes.

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let stays: Person;
let goes: Person;
beforeEach(async () => {
  [stays, goes] = await createCouple({ name: 'Mika' }, { name: 'Noor' });
});

test('bids go, both ways, and their events say no more', async () => {
  const { id } = (await makeBid(stays)).body;
  await answerBid(goes, id, { answer: 'cannot', text: 'Later' });
  await makeBid(goes, 'help');
  await leave(goes);
  expect((await seeBids(stays)).body).toEqual({ mine: null, theirs: null });
  const { rows } = await owner.query('SELECT 1 FROM bid WHERE couple_id = $1', [stays.coupleId]);
  expect(rows).toEqual([]);
  expect(await listNames(stays)).toEqual(['bid.faded', 'bid.faded', 'bid.faded', 'member.left']);
});

test('news keeps its place without the words of the one who goes, and goes on with nobody', async () => {
  const mine = (await shareNews(stays, 'What stays')).body.id;
  await answerNews(goes, mine, 'great', 'Words of the leaver');
  await answerNews(goes, mine, 'question', 'Asked by the leaver');
  const theirs = (await shareNews(goes, 'News of the leaver')).body.id;
  await answerNews(stays, theirs, 'great', 'What I said');
  const silent = (await shareNews(goes, 'Nobody said a word')).body.id;
  await leave(goes);
  const seen = (await seeNews(stays, mine)).body;
  expect(seen).toMatchObject({
    text: 'What stays',
    next: null,
    canGoOn: false,
    answers: { great: { by: 'gone', text: null }, question: { by: 'gone', text: null } },
  });
  expect((await seeNews(stays, theirs)).body).toMatchObject({
    by: 'gone',
    text: null,
    answers: { great: { by: 'me', text: 'What I said' } },
  });
  expect((await seeNews(stays, silent)).status).toBe(404);
  expect((await answerNews(stays, theirs, 'celebrate')).code).toBe('alone');
});

test('a later partner sees nothing of it, nor that anything of it is withdrawn', async () => {
  const mine = (await shareNews(stays, 'Told to Noor')).body.id;
  await answerNews(goes, mine, 'great');
  const theirs = (await shareNews(goes)).body.id;
  const { answers } = (await answerNews(stays, theirs, 'great', 'Said to Noor')).body;
  await leave(goes);
  const comes = await createPerson({ name: 'Sam' }, stays);
  expect((await listNews(comes)).body.news).toEqual([]);
  expect((await listNews(stays)).body.news).toHaveLength(2);
  for (const id of [mine, theirs]) {
    expect((await seeNews(comes, id)).status).toBe(404);
    expect((await answerNews(comes, id, 'great')).status).toBe(404);
  }
  expect((await answerNews(stays, theirs, 'celebrate')).code).toBe('alone');
  const before = await listNames(comes);
  expect((await withdrawNews(stays, mine)).status).toBe(204);
  expect((await withdrawNewsAnswer(stays, theirs, answers.great?.id ?? '')).status).toBe(204);
  expect(await listNames(comes)).toEqual(before);
  // And the two begin anew.
  const { id } = (await shareNews(comes)).body;
  expect((await answerNews(stays, id, 'great')).status).toBe(200);
});

test('at the same moment as the other writes: both are done, or the other is told', async () => {
  for (let round = 0; round < 5; round++) {
    const [one, two] = await createCouple();
    const { id } = (await shareNews(two)).body;
    const bid = (await makeBid(two)).body.id;
    const sent = await Promise.all([
      answerNews(one, id, 'great'),
      shareNews(one, 'Mine', randomUUID()),
      makeBid(one),
      answerBid(one, bid),
      leave(two).then(() => ({ status: 200 })),
    ]);
    for (const { status } of sent) expect([200, 404, 409]).toContain(status);
    expect((await seeBids(one)).body).toEqual({ mine: null, theirs: null });
    for (const news of (await listNews(one)).body.news) expect(news).toMatchObject({ next: null });
  }
});
