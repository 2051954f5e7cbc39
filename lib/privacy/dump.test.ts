import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { PUT as writeCard } from '#app/api/card/route';
import { PUT as showCard } from '#app/api/card/showing/route';
import { PUT as note } from '#app/api/observations/[id]/route';
import { PUT as agree } from '#app/api/plans/[id]/agreement/route';
import { PUT as feel } from '#app/api/plans/[id]/felt/route';
import { PUT as live } from '#app/api/plans/[id]/lived/route';
import { PUT as propose } from '#app/api/plans/[id]/proposal/route';
import { GET as readPlan, PUT as writePlan } from '#app/api/plans/[id]/route';
import { PUT as sealPlan } from '#app/api/plans/[id]/seal/route';
import { PUT as tease } from '#app/api/plans/[id]/teaser/route';
import { PUT as counter } from '#app/api/plans/[id]/versions/[versionId]/route';
import { PUT as giveAnswer } from '#app/api/prompts/[id]/answer/route';
import { PUT as keepDraft } from '#app/api/prompts/[id]/draft/route';
import { PUT as respond } from '#app/api/prompts/[id]/responses/[responseId]/route';
import { PUT as ask, GET as read } from '#app/api/prompts/[id]/route';
import { dayIn, moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { deliverSharings } from '#lib/jobs/tasks/deliver-sharings';
import { checkInAs, seeCheckIn } from '#lib/testing/feelings';
import { answerSharing, openSharing, seeEntry, share, writeEntry } from '#lib/testing/journal';
import { answerBid, answerNews, makeBid, seeBids, seeNews, shareNews } from '#lib/testing/news-and-bids';
import { createCouple } from '#lib/testing/people';
import { act, bring, offer, seeLive, seeTalk, talkAt, writeNote, writePart } from '#lib/testing/talks';
import { answerIt, giveLove, love, seeThanks, thank } from '#lib/testing/thanks';

// Words that stand nowhere but in what these two write.
const sentences = Array.from(
  { length: 101 },
  (_, i) => `quillfeather-${i} and the ${randomUUID()} that nobody was told`,
);

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() && statSync(path).size > 0) yield path;
  }
}

// The server's own log is read in e2e/secrets.spec.ts.
test('no sentence stands in a table or in a file of the data directory, write-ahead log included', async () => {
  const [one, two] = await createCouple();
  const words = [...sentences];
  const write = () => words.pop() ?? '';
  const done = async (...ask: Parameters<typeof call>) => expect((await call(...ask)).status).toBeLessThan(300);

  for (let i = 0; i < 10; i++) {
    const params = { id: randomUUID() };
    await done(one, ask, 'PUT', { params, body: { words: write(), topic: 'joy', depth: 'light' } });
    await done(one, keepDraft, 'PUT', { params, body: { text: write() } });
    await done(one, giveAnswer, 'PUT', { params, body: { id: randomUUID(), text: write() } });
    await done(two, giveAnswer, 'PUT', { params, body: { id: randomUUID(), text: write() } });
    const body = { intent: 'cared', text: write() };
    await done(two, respond, 'PUT', { params: { ...params, responseId: randomUUID() }, body });
    // What is refused is not written down either.
    await call(one, giveAnswer, 'PUT', { params, body: { id: randomUUID(), text: sentences[i] } });
    await call(one, respond, 'PUT', { params: { ...params, responseId: 'x' }, body });
    await call(one, ask, 'PUT', { params: { id: randomUUID() }, body: { contentId: sentences[i] } });
    const { body: view } = await call(two, read, 'GET', { params });
    expect(JSON.stringify(view)).toContain('quillfeather');
  }

  const [together, surprise] = [{ id: randomUUID() }, { id: randomUUID() }];
  const plan = () => ({ title: write(), text: write() });
  await done(one, writePlan, 'PUT', { params: together, body: { kind: 'together', ...plan() } });
  await done(one, propose, 'PUT', { params: together });
  await done(two, agree, 'PUT', { params: together, body: { n: 1 } });
  await done(two, live, 'PUT', { params: together, body: { day: dayIn('UTC') } });
  await done(two, feel, 'PUT', { params: together, body: { id: randomUUID(), text: write() } });
  await done(one, writePlan, 'PUT', { params: surprise, body: { kind: 'surprise', ...plan() } });
  await done(one, sealPlan, 'PUT', { params: surprise, body: {} });
  const hints = { wear: write(), children: write(), note: write() };
  await done(one, tease, 'PUT', { params: surprise, body: { when: { day: '2098-12-24' }, ...hints } });
  const other = { id: randomUUID() };
  const put = { ...other, versionId: randomUUID() };
  await done(one, writePlan, 'PUT', { params: other, body: { kind: 'together', ...plan() } });
  await done(one, writePlan, 'PUT', { params: other, body: { kind: 'together', ...plan() } });
  await done(one, propose, 'PUT', { params: other });
  await done(two, counter, 'PUT', { params: put, body: { kind: 'countered', after: 1, ...plan() } });
  // Refused: of somebody else, sent to what has gone on, with an idea that is none, and sent twice.
  const [title] = sentences;
  await call(two, writePlan, 'PUT', { params: surprise, body: { kind: 'surprise', title } });
  await call(two, tease, 'PUT', { params: surprise, body: { when: { day: '2098-12-24' }, wear: title } });
  await call(one, writePlan, 'PUT', { params: other, body: { kind: 'together', title } });
  await call(one, counter, 'PUT', {
    params: { ...other, versionId: 'x' },
    body: { kind: 'countered', after: 9, title },
  });
  await call(one, writePlan, 'PUT', { params: { id: randomUUID() }, body: { kind: 'together', title, ideaId: title } });
  await call(two, feel, 'PUT', { params: together, body: { id: randomUUID(), text: title } });
  const card = { likes: [], noes: [], words: { food: { likes: write(), noes: write() } }, access: write() };
  await done(one, writeCard, 'PUT', { body: card });
  await done(one, showCard, 'PUT', { body: { shown: true } });
  await done(one, note, 'PUT', { params: { id: randomUUID() }, body: { text: write() } });
  const ok = async (told: Promise<{ status: number }>) => expect((await told).status).toBeLessThan(300);
  const { id: entryId } = (await writeEntry(one, { text: write() })).body;
  await ok(writeEntry(one, { form: 'letter', after: 1, text: write() }, entryId));
  expect((await seeEntry(one, entryId)).body.text).toContain('quillfeather');
  await writeEntry(one, { form: title, text: title }, entryId);
  await writeEntry(two, { text: title }, entryId);
  const shaped = { when: write(), felt: write(), need: write(), would: write() };
  const { id: sharedId } = (await share(one, { words: shaped })).body;
  moveClock(new Date(Date.now() + 11 * 60_000));
  await deliverSharings();
  moveClock();
  expect(JSON.stringify((await openSharing(two, sharedId)).body)).toContain('quillfeather');
  await ok(answerSharing(two, sharedId, { text: write() }));
  await answerSharing(one, sharedId, { text: title });
  await share(two, { how: title, words: { felt: title } });
  const { id: felt } = (await checkInAs(one, { line: write() })).body;
  await ok(checkInAs(one, { line: write() }, felt));
  expect((await seeCheckIn(one, felt)).body.line).toContain('quillfeather');
  await checkInAs(one, { feelings: [title] });
  const [brought, kept] = [randomUUID(), randomUUID()];
  await ok(writeNote(one, { title: write(), text: write() }, kept));
  await ok(writeNote(one, { title: write(), text: write() }, brought));
  const { matterId } = (await bring(one, brought, { lend: true })).body;
  await ok(writeNote(one, { title: write(), text: write() }, brought));
  const talkId = await talkAt(one, two, 'matter');
  await act(one, talkId, { name: 'choose', matterId });
  await ok(writePart(one, talkId, { kind: 'said', text: write(), after: 0 }));
  await ok(writePart(one, talkId, { kind: 'said', text: write(), after: 1 }));
  await ok(writePart(two, talkId, { kind: 'try', text: write(), after: 0 }));
  await ok(offer(one, { text: write(), talkId }));
  // Refused: after what is not the last, under no kind, for a talk that is none.
  await writePart(two, talkId, { kind: 'try', text: title, after: 7 });
  await writeNote(two, { title, kind: title });
  await bring(two, brought, { lend: title });
  await offer(two, { text: title, talkId: randomUUID() });
  const newsId = (await shareNews(one, write())).body.id;
  for (const kind of ['great', 'question', 'celebrate']) await ok(answerNews(two, newsId, kind, write()));
  await ok(answerNews(one, newsId, 'reply', write()));
  const bid = (await makeBid(one)).body.id;
  await ok(answerBid(two, bid, { answer: 'cannot', text: write() }));
  // Refused: said already, of no kind, with words to a yes.
  await answerNews(two, newsId, 'great', title);
  await answerNews(two, newsId, 'shrug', title);
  await answerBid(two, bid, { answer: 'now', text: title });
  expect(JSON.stringify((await seeNews(two, newsId)).body)).toContain('quillfeather');
  expect(JSON.stringify((await seeBids(one)).body)).toContain('quillfeather');
  expect(JSON.stringify((await seeLive(two, talkId)).body)).toContain('quillfeather');
  expect(JSON.stringify((await seeTalk(two, talkId)).body)).toContain('quillfeather');
  const did = async (told: Promise<{ outcome: number | string }>) => expect((await told).outcome).toBeLessThan(300);
  const [waits, given, loved] = [randomUUID(), randomUUID(), randomUUID()];
  await did(thank(one, { did: write(), says: write(), was: write(), give: 'talk' }, waits));
  await did(thank(one, { did: write(), give: { day: '2098-12-24', time: '10:00' } }, waits));
  await did(thank(one, { did: write() }, given));
  await did(answerIt(two, given, write()));
  await did(love(one, write(), loved));
  await did(giveLove(one, loved));
  await did(love(one, write()));
  // Refused: given, answered, nobody's.
  await thank(one, { did: title }, given);
  await answerIt(two, given, title);
  await thank(two, { did: title }, waits);
  await love(one, title, loved);
  expect(JSON.stringify((await seeThanks(two, loved)).body)).toContain('quillfeather');
  expect(JSON.stringify((await seeThanks(one, given)).body.answer)).toContain('quillfeather');
  for (const params of [together, surprise]) {
    expect(JSON.stringify((await call(two, readPlan, 'GET', { params })).body)).toContain('quillfeather');
  }
  expect(words).toEqual([]);

  const owner = new pg.Client(env.DATABASE_URL);
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(
      `SELECT t::text || coalesce(encode(convert_to(t::text, 'UTF8'), 'escape'), '') AS row FROM ${name} t`,
    );
    for (const { row } of rows) expect(row, name).not.toContain('quillfeather');
  }
  // bytea is printed in hex: look for the words in that form too.
  const hex = Buffer.from('quillfeather').toString('hex');
  for (const { name } of tables) {
    const { rows } = await owner.query(`SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%'`, [hex]);
    expect(rows, name).toEqual([]);
  }
  // Something that is kept open is found this way, so that not finding means something.
  const { rows: names } = await owner.query(`SELECT 1 FROM "user" t WHERE t::text LIKE '%Mika%'`);
  expect(names).not.toEqual([]);

  await owner.query('CHECKPOINT');
  await owner.end();
  const found: string[] = [];
  let holdsName = false;
  for (const file of filesIn(inject('dataDirectory'))) {
    const bytes = readFileSync(file);
    if (bytes.includes('quillfeather')) found.push(file);
    holdsName ||= bytes.includes('Mika');
  }
  expect(found).toEqual([]);
  expect(holdsName).toBe(true);
});
