import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moveClock } from '#lib/clock';
import { answerNews, listNews, seeNews, shareNews, withdrawNews, withdrawNewsAnswer } from '#lib/testing/news-and-bids';
import { createCouple, createPerson, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';

let one: Person;
let two: Person;
beforeEach(async () => {
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple();
});
afterEach(() => moveClock());

const share = async (person = one, text?: string) => (await shareNews(person, text)).body.id;

test('is answered in three steps, and both see each at once', async () => {
  const id = await share();
  expect((await seeNews(two, id)).body).toMatchObject({ by: 'partner', text: 'I got the flat', next: 'great' });
  expect((await seeNews(one, id)).body.next).toBeNull();
  expect((await answerNews(two, id, 'great', 'You kept at it')).body.next).toBe('question');
  expect((await answerNews(two, id, 'question', 'When did you know?')).body.next).toBe('celebrate');
  expect((await seeNews(one, id)).body).toMatchObject({
    next: 'reply',
    answers: { great: { by: 'partner', text: 'You kept at it' }, question: { text: 'When did you know?' } },
  });
  expect((await answerNews(one, id, 'reply', 'On the stairs')).body.next).toBeNull();
  expect((await answerNews(two, id, 'celebrate', 'Dinner on the floor')).body.next).toBeNull();
  expect((await seeNews(one, id)).body.answers.celebrate?.text).toBe('Dinner on the floor');
  expect(await listNames(one, id)).toEqual([
    'news.shared',
    'news.answered',
    'news.asked',
    'news.replied',
    'news.celebrated',
  ]);
});

test('goes in its order, and each step is its own person’s', async () => {
  const id = await share();
  expect((await answerNews(two, id, 'question')).code).toBe('news_changed');
  expect((await answerNews(two, id, 'celebrate')).code).toBe('news_changed');
  expect((await answerNews(one, id, 'great')).code).toBe('news_changed');
  await answerNews(two, id, 'great');
  expect((await answerNews(one, id, 'reply')).code).toBe('news_changed');
  // The question may be passed over, and asked later.
  expect((await answerNews(two, id, 'celebrate', 'Cake')).body.next).toBeNull();
  await answerNews(two, id, 'question');
  expect((await answerNews(two, id, 'reply')).code).toBe('news_changed');
  expect((await answerNews(one, id, 'reply')).status).toBe(200);
});

test('twice is once; a second word to one step is refused', async () => {
  const id = randomUUID();
  const sent = await Promise.all([1, 2, 3].map(() => shareNews(one, 'Once', id)));
  expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await listNews(two)).body.news.map((news) => news.id)).toEqual([id]);
  const answerId = randomUUID();
  const answers = await Promise.all([1, 2].map(() => answerNews(two, id, 'great', 'Once', answerId)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const again = await answerNews(two, id, 'great', 'Another');
  expect([again.code, again.present?.answers.great?.text]).toEqual(['news_changed', 'Once']);
  // The same id with other words is not the same: what stands is told, and the writer keeps what they wrote.
  expect(await shareNews(one, 'Otherwise', id)).toMatchObject({ code: 'news_changed', present: { text: 'Once' } });
  expect((await answerNews(two, id, 'great', 'Otherwise', answerId)).code).toBe('news_changed');
  expect((await shareNews(two, 'Mine', id)).code).toBe('conflict');
  expect(await listNames(one, id)).toEqual(['news.shared', 'news.answered']);
});

test('taken back before anybody said a word it is gone; afterwards its place stays', async () => {
  const silent = await share();
  expect((await withdrawNews(two, silent)).status).toBe(404);
  expect((await withdrawNews(one, silent)).status).toBe(204);
  expect((await seeNews(two, silent)).status).toBe(404);
  const id = await share();
  const { answers } = (await answerNews(two, id, 'great')).body;
  expect((await withdrawNews(one, id)).status).toBe(204);
  expect((await withdrawNews(one, id)).status).toBe(204);
  expect((await seeNews(two, id)).body).toMatchObject({ text: null, isWithdrawn: true, next: null });
  expect((await answerNews(two, id, 'question')).code).toBe('news_changed');
  const said = answers.great?.id ?? '';
  expect((await withdrawNewsAnswer(one, id, said)).status).toBe(404);
  expect((await withdrawNewsAnswer(two, id, said)).status).toBe(204);
  expect((await withdrawNewsAnswer(two, id, said)).status).toBe(204);
  expect((await seeNews(one, id)).body.answers.great?.text).toBeNull();
  expect(await listNames(two, id)).toEqual(['news.shared', 'news.answered', 'news.withdrawn', 'news.withdrawn']);
});

test('answered and taken back at the same moment it is one of them', async () => {
  for (let round = 0; round < 4; round++) {
    const id = await share();
    const [answered, taken] = await Promise.all([answerNews(two, id, 'great'), withdrawNews(one, id)]);
    expect(taken.status).toBe(204);
    expect([200, 404, 409]).toContain(answered.status);
    const seen = await seeNews(two, id);
    expect(seen.status === 404 ? null : seen.body.isWithdrawn).toBe(answered.status === 200 ? true : null);
  }
});

test('is nobody else’s, and takes two', async () => {
  const id = await share();
  const stranger = await createPerson();
  expect((await shareNews(stranger)).code).toBe('alone');
  expect((await seeNews(stranger, id)).status).toBe(404);
  expect((await answerNews(stranger, id, 'great')).status).toBe(404);
  expect((await withdrawNews(stranger, id)).status).toBe(404);
  expect((await listNews(stranger)).body.news).toEqual([]);
  expect((await seeNews(null, id)).status).toBe(401);
  expect((await shareNews(null)).status).toBe(401);
});

test('is listed in pages, the newest first', async () => {
  const ids: string[] = [];
  for (let day = 1; day <= 16; day++) {
    moveClock(new Date(Date.UTC(2026, 10, day, 12)));
    for (const person of [one, two]) ids.unshift(await share(person));
  }
  const first = (await listNews(two)).body;
  expect(first.news.length).toBe(30);
  const rest = (await listNews(two, { before: first.next ?? '' })).body;
  expect(rest.next).toBeNull();
  expect(new Set([...first.news, ...rest.news].map(({ id }) => id))).toEqual(new Set(ids));
});

test('more than anybody shares in a day is refused', async () => {
  const sent = await Promise.all(Array.from({ length: 20 }, () => share()));
  expect(new Set(sent).size).toBe(20);
  expect((await shareNews(one)).code).toBe('said_enough');
});

test.each([
  ['without words', ''],
  ['in words that are too long', 'x'.repeat(1001)],
])('%s it is refused', async (_, text) => {
  expect((await shareNews(one, text)).status).toBe(422);
  const id = await share();
  expect((await answerNews(two, id, 'great', text)).status).toBe(422);
  expect((await answerNews(two, id, 'shrug')).status).toBe(422);
});
