import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUT as makeCalendar } from '#app/api/calendar/route';
import { PUT as writeCard } from '#app/api/card/route';
import { PUT as showCard } from '#app/api/card/showing/route';
import { PUT as rateIdea } from '#app/api/ideas/[ideaId]/rating/route';
import { PUT as note } from '#app/api/observations/[id]/route';
import { PUT as agree } from '#app/api/plans/[id]/agreement/route';
import { PUT as feel } from '#app/api/plans/[id]/felt/route';
import { PUT as live } from '#app/api/plans/[id]/lived/route';
import { PUT as propose } from '#app/api/plans/[id]/proposal/route';
import { PUT as ratePlan } from '#app/api/plans/[id]/rating/route';
import { PUT as writePlan } from '#app/api/plans/[id]/route';
import { PUT as sealPlan } from '#app/api/plans/[id]/seal/route';
import { PUT as tease } from '#app/api/plans/[id]/teaser/route';
import { PUT as counter } from '#app/api/plans/[id]/versions/[versionId]/route';
import { PUT as giveAnswer } from '#app/api/prompts/[id]/answer/route';
import { PUT as keepDraft } from '#app/api/prompts/[id]/draft/route';
import { PUT as postpone } from '#app/api/prompts/[id]/postponement/route';
import { PUT as react } from '#app/api/prompts/[id]/reactions/[kind]/route';
import { PUT as saveReadiness } from '#app/api/prompts/[id]/readiness/route';
import { PUT as respond } from '#app/api/prompts/[id]/responses/[responseId]/route';
import { PUT as ask } from '#app/api/prompts/[id]/route';
import { PUT as mute } from '#app/api/topics/[topic]/mute/route';
import { PUT as beginTurns } from '#app/api/turn/route';
import { dayIn, moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { ideas } from '#lib/ideas/library';
import { deliverSharings } from '#lib/jobs/tasks/deliver-sharings';
import { checkInAs } from '#lib/testing/feelings';
import { answerSharing, openSharing, share, writeEntry } from '#lib/testing/journal';
import { answerBid, answerNews, makeBid, shareNews } from '#lib/testing/news-and-bids';
import { createCouple, createPerson, type Person } from '#lib/testing/people';
import {
  accept,
  act,
  agreeToRitual,
  approve,
  bringNew,
  offer,
  proposeRitual,
  seeSchedule,
  skipTalk,
  talkAt,
  weekly,
  writeNote,
  writePart,
} from '#lib/testing/talks';
import { answerIt, giveLove, listLoved, love, putAway, thanked } from '#lib/testing/thanks';

// What stands in each table after one author has done everything once, and how many of those rows
// each other sees. The partner of the author sees what is the couple's; the former partner and the
// stranger see nothing; somebody signed out has no scope, and so sees nothing either.
const expected: Record<string, { author: number; partner: number }> = {
  user: { author: 2, partner: 2 },
  account: { author: 1, partner: 0 },
  session: { author: 1, partner: 0 },
  couple: { author: 1, partner: 1 },
  member: { author: 2, partner: 2 },
  vault_key: { author: 2, partner: 1 },
  invite: { author: 1, partner: 0 },
  // What the author revealed with the former partner is no later partner's to see.
  prompt: { author: 5, partner: 4 },
  // The words of a closed deep question of one's own are its author's alone.
  prompt_words: { author: 4, partner: 2 },
  // Two revealed with each partner, one sealed.
  answer: { author: 5, partner: 2 },
  response: { author: 2, partner: 1 },
  reaction: { author: 2, partner: 1 },
  draft: { author: 1, partner: 0 },
  postponement: { author: 1, partner: 0 },
  readiness: { author: 1, partner: 0 },
  muted_topic: { author: 1, partner: 0 },
  // Of the author: one lived with the former partner, one with this one, one planned, a draft and two sealed. Of the
  // partner: the two shared, a draft and one sealed.
  plan: { author: 6, partner: 4 },
  // The planned one has two.
  plan_version: { author: 7, partner: 5 },
  // One each; of the author's second sealed one nothing is known.
  teaser: { author: 2, partner: 2 },
  // Two of what was lived with each partner.
  felt: { author: 4, partner: 2 },
  rating: { author: 4, partner: 0 },
  // Shown to the former partner once, and to this one now.
  card: { author: 1, partner: 1 },
  observation: { author: 2, partner: 0 },
  // One from before this partner.
  check_in: { author: 2, partner: 0 },
  turn: { author: 1, partner: 1 },
  calendar: { author: 1, partner: 0 },
  // What is agreed, and what is proposed instead.
  ritual: { author: 2, partner: 2 },
  // One held with each partner, and one left out.
  talk: { author: 3, partner: 2 },
  note: { author: 5, partner: 0 },
  // Taken up with each partner; two that wait for a talk.
  matter: { author: 4, partner: 1 },
  lent_note: { author: 1, partner: 0 },
  record_part: { author: 5, partner: 3 },
  approval: { author: 3, partner: 2 },
  // One with each partner, and one that waits for a yes.
  commitment: { author: 3, partner: 2 },
  entry: { author: 1, partner: 0 },
  // One delivered each way with this partner, one with the former, one that waits.
  sharing: { author: 4, partner: 2 },
  // Each sees their own.
  sharing_opened: { author: 2, partner: 1 },
  sharing_answer: { author: 2, partner: 1 },
  // Two given with the former partner, two with this one and one out of what the author loves, one that waits.
  thanks: { author: 6, partner: 3 },
  fondness: { author: 1, partner: 0 },
  // How the author shows what they gave, and that they have seen what they got.
  aside: { author: 5, partner: 0 },
  // One of the author's to each partner, and one of this partner's.
  news: { author: 3, partner: 2 },
  // One step to each; and of the author's the question with its reply.
  news_answer: { author: 5, partner: 4 },
  // One each; the partner's of the author is answered.
  bid: { author: 2, partner: 2 },
  event: { author: 100, partner: 100 },
};

type Who = 'author' | 'partner' | 'former' | 'stranger' | 'signedOut';

const owner = new pg.Client(env.DATABASE_URL);
const app = new pg.Client(env.APP_DATABASE_URL);
const people = {} as Record<Exclude<Who, 'signedOut'>, Person>;
const theirs: Record<string, string[]> = {};
const thanks = { kept: '', loved: '', given: '' };
const talks = { held: '', note: '', brought: '' };
/** Plans by what they are. */
const plans = { draft: randomUUID(), sealed: randomUUID(), teased: randomUUID(), planned: '', lived: '', before: '' };

beforeAll(async () => {
  await Promise.all([owner.connect(), app.connect()]);
  // Once these two were a couple, and revealed one prompt to each other.
  const [author, former] = await createCouple({}, { name: 'Former' });
  const before = randomUUID();
  const own = (words: string, depth: string) => ({ words, topic: 'joy', depth });
  await done(author, ask, 'PUT', { params: { id: before }, body: own('Before?', 'light') });
  await done(author, giveAnswer, 'PUT', { params: { id: before }, body: { id: randomUUID(), text: 'Six' } });
  await done(former, giveAnswer, 'PUT', { params: { id: before }, body: { id: randomUUID(), text: 'Seven' } });
  await done(former, respond, 'PUT', {
    params: { id: before, responseId: randomUUID() },
    body: { intent: 'cared', text: 'Eight' },
  });
  await done(former, react, 'PUT', { params: { id: before, kind: 'more' } });
  plans.before = await livedTogether(author, former);
  await rateBoth(author, plans.before, ideas[0]?.id ?? '');
  await done(author, writeCard, 'PUT', { body: { likes: ['cooking'], noes: [], words: {} } });
  await done(author, showCard, 'PUT', { body: { shown: true } });
  await done(author, note, 'PUT', { params: { id: randomUUID() }, body: { text: 'Nine' } });
  await ok(checkInAs(author));
  await talkedOver(author, former, [author]);
  await sharedWith(former, author);
  await thankBoth(author, former);
  await shared(author, former);
  // Then one left, and another came.
  const formerCouple = randomUUID();
  await owner.query(`INSERT INTO couple (id, time_zone) VALUES ($1, 'UTC')`, [formerCouple]);
  await owner.query(
    `INSERT INTO vault_key SELECT gen_random_uuid(), $1, NULL, master_version, wrapped FROM vault_key WHERE couple_id = $2`,
    [formerCouple, author.coupleId],
  );
  await owner.query('UPDATE member SET couple_id = $2, slot = 1 WHERE user_id = $1', [former.userId, formerCouple]);
  const partner = await createPerson({ name: 'Noor' }, author);
  Object.assign(people, { author, partner, former, stranger: await createPerson({ name: 'Somebody' }) });

  const [revealed, sealed, closed, open] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await done(author, ask, 'PUT', { params: { id: revealed }, body: own('Revealed?', 'light') });
  await done(author, ask, 'PUT', { params: { id: sealed }, body: own('Sealed?', 'light') });
  await done(author, ask, 'PUT', { params: { id: closed }, body: own('Closed?', 'deep') });
  await done(author, ask, 'PUT', {
    params: { id: open },
    body: { contentId: (await import('#lib/prompts/library')).questions[0]?.id },
  });
  await done(author, giveAnswer, 'PUT', { params: { id: revealed }, body: { id: randomUUID(), text: 'One' } });
  await done(partner, giveAnswer, 'PUT', { params: { id: revealed }, body: { id: randomUUID(), text: 'Two' } });
  await done(author, giveAnswer, 'PUT', { params: { id: sealed }, body: { id: randomUUID(), text: 'Three' } });
  await done(author, respond, 'PUT', {
    params: { id: revealed, responseId: randomUUID() },
    body: { intent: 'cared', text: 'Four' },
  });
  await done(author, react, 'PUT', { params: { id: revealed, kind: 'felt' } });
  await done(author, keepDraft, 'PUT', { params: { id: open }, body: { text: 'Five' } });
  await done(author, postpone, 'PUT', { params: { id: open } });
  await done(author, saveReadiness, 'PUT', { params: { id: closed }, body: { ready: false } });
  await done(author, mute, 'PUT', { params: { topic: 'work' } });

  plans.planned = await proposed(author);
  await done(partner, counter, 'PUT', {
    params: { id: plans.planned, versionId: randomUUID() },
    body: { kind: 'countered', after: 1, title: 'Another' },
  });
  await done(author, agree, 'PUT', { params: { id: plans.planned }, body: { n: 2 } });
  plans.lived = await livedTogether(author, partner);
  await rateBoth(author, plans.lived, ideas[1]?.id ?? '');
  await begin(author, plans.draft, 'together');
  await sealSurprise(author, plans.sealed);
  await sealSurprise(author, plans.teased, true);
  await begin(partner, randomUUID(), 'surprise');
  await sealSurprise(partner, randomUUID(), true);
  await done(author, showCard, 'PUT', { body: { shown: true } });
  await done(author, note, 'PUT', { params: { id: randomUUID() }, body: { text: 'Ten' } });
  await ok(checkInAs(author));
  await done(author, beginTurns, 'PUT', { body: { rhythm: 'weekly', first: 'me' } });
  talks.held = await talkedOver(author, partner, [author, partner]);
  for (const body of [weekly, { ...weekly, weekday: 3 }]) {
    await ok(proposeRitual(author, body));
    if (body === weekly) await ok(agreeToRitual(partner, body));
  }
  const { next } = (await ok(seeSchedule(author))).body;
  await ok(skipTalk(author, next?.day ?? ''));
  await ok(writeNote(author, { title: 'Mine alone' }));
  for (const lend of [true, false]) {
    const { id, matterId } = await bringNew(author, { title: 'Brought', text: 'And lent' }, { lend });
    talks.note = id;
    talks.brought = matterId;
  }
  await ok(offer(author));
  await ok(writeEntry(author));
  await sharedWith(author, partner);
  await sharedWith(partner, author, false);
  await ok(share(author));
  await thankBoth(author, partner);
  thanks.kept = await thanked(author, { give: 'talk' });
  for (const text of ['Given', 'Mine alone']) thanks.loved = (await love(author, text)).body.id;
  const [first] = (await listLoved(author)).body.fondness.filter(({ text }) => text === 'Given');
  expect((await giveLove(author, first?.id ?? '')).outcome).toBe(200);
  const told = await shared(author, partner);
  await ok(answerNews(partner, told, 'question'));
  await ok(answerNews(author, told, 'reply'));
  await shared(partner, author);
  const asked = (await ok(makeBid(author))).body.id;
  await ok(makeBid(partner, 'help'));
  await ok(answerBid(partner, asked, { answer: 'cannot', text: 'After nine' }));
  await done(author, makeCalendar, 'PUT', { body: { showsTitles: true } });
  await owner.query(
    `INSERT INTO invite (id, couple_id, inviter_id, token_hash, code_hash, expires_at) VALUES (gen_random_uuid(), $1, $2, sha256($3), sha256($4), now() + '7 days')`,
    [author.coupleId, author.userId, Buffer.from(randomUUID()), Buffer.from(randomUUID())],
  );

  for (const table of Object.keys(expected)) {
    const { rows } = await owner.query(`SELECT ctid::text AS row FROM public."${table}" t WHERE ${filterOf(table)}`, [
      author.coupleId,
      author.userId,
      partner.userId,
    ]);
    theirs[table] = rows.map(({ row }) => row);
  }
});
afterAll(() => Promise.all([owner.end(), app.end()]));

/** Of a talk what must succeed for the rest to mean anything. */
async function ok<T extends { status: number }>(told: Promise<T>): Promise<T> {
  const answer = await told;
  expect(answer.status, JSON.stringify(answer)).toBeLessThan(300);
  return answer;
}

/** Each gives the other thanks, and the first puts away what they got. */
async function thankBoth(one: Person, other: Person): Promise<void> {
  thanks.given = await thanked(one, { way: 'hug' });
  expect((await answerIt(other, thanks.given)).outcome).toBe(200);
  expect((await putAway(one, await thanked(other))).outcome).toBe(200);
}

/** Talks about something of the first's, writes it down, says yes to it, and promises something. @returns its id */
async function talkedOver(one: Person, other: Person, approvers: Person[]): Promise<string> {
  const { matterId } = await bringNew(one);
  const id = await talkAt(one, other, 'matter');
  await act(one, id, { name: 'choose', matterId });
  await ok(writePart(one, id, { kind: 'said', text: 'One', after: 0 }));
  await ok(writePart(other, id, { kind: 'said', text: 'Two', after: 0 }));
  if (approvers.length > 1) await ok(writePart(other, id, { kind: 'try', text: 'Three', after: 0 }));
  for (const person of approvers) await ok(approve(person, id, approvers.length > 1 ? 3 : 2));
  const offered = (await ok(offer(one, { talkId: id }))).body;
  await ok(accept(other, offered.id));
  for (const person of [one, other]) await act(person, id, { name: 'stop' });
  return id;
}

/** Shares something that is delivered, opened, and answered. */
async function sharedWith(one: Person, other: Person, isAnswered = true): Promise<void> {
  const { id } = (await ok(share(one))).body;
  moveClock(new Date(Date.now() + 11 * 60_000));
  await deliverSharings();
  moveClock();
  await ok(openSharing(other, id));
  if (isAnswered) await ok(answerSharing(other, id));
}

/** Good news of one, and what the other finds great about it. @returns its id */
async function shared(one: Person, other: Person): Promise<string> {
  const { id } = (await ok(shareNews(one))).body;
  await ok(answerNews(other, id, 'great'));
  return id;
}

/** Does what must succeed for the rest to mean anything. */
async function done(...args: Parameters<typeof call>): Promise<void> {
  const { status, body } = await call(...args);
  expect(status, JSON.stringify(body)).toBeLessThan(300);
}

async function begin(person: Person, id: string, kind: 'together' | 'surprise'): Promise<void> {
  await done(person, writePlan, 'PUT', { params: { id }, body: { kind, title: 'Something' } });
}

async function proposed(person: Person): Promise<string> {
  const id = randomUUID();
  await begin(person, id, 'together');
  await done(person, propose, 'PUT', { params: { id } });
  return id;
}

/** Proposed by one, agreed to by the other, lived; and both have said how it felt. */
async function livedTogether(one: Person, other: Person): Promise<string> {
  const id = await proposed(one);
  await done(other, agree, 'PUT', { params: { id }, body: { n: 1 } });
  await done(one, live, 'PUT', { params: { id }, body: { day: dayIn('UTC') } });
  for (const person of [one, other])
    await done(person, feel, 'PUT', { params: { id }, body: { id: randomUUID(), text: 'Warm' } });
  return id;
}

async function sealSurprise(person: Person, id: string, isTeased = false): Promise<void> {
  await begin(person, id, 'surprise');
  await done(person, sealPlan, 'PUT', { params: { id }, body: {} });
  if (isTeased) await done(person, tease, 'PUT', { params: { id }, body: { when: { day: '2098-12-24' } } });
}

/** Rates a plan and an idea. */
async function rateBoth(person: Person, id: string, ideaId: string): Promise<void> {
  const body = { novelty: 'new', pull: 'yes' };
  await done(person, ratePlan, 'PUT', { params: { id }, body });
  await done(person, rateIdea, 'PUT', { params: { ideaId }, body });
}

/** The rows of the author's and their couple's in a table; $1 couple, $2 author, $3 partner. */
function filterOf(table: string): string {
  const all = '($1::uuid, $2::uuid, $3::uuid) IS NOT NULL AND';
  if (['user', 'couple'].includes(table)) return `${all} id IN ($1, $2, $3)`;
  if (['account', 'session'].includes(table)) return `${all} user_id = $2`;
  if (['fondness', 'aside'].includes(table)) return `${all} user_id = $2`;
  if (['draft', 'postponement', 'readiness', 'muted_topic'].includes(table)) return `${all} user_id = $2`;
  if (['rating', 'card', 'observation', 'calendar', 'note', 'entry', 'check_in'].includes(table))
    return `${all} user_id = $2`;
  if (table === 'sharing_opened') return `${all} user_id IN ($2, $3)`;
  if (table === 'vault_key') return `${all} (couple_id = $1 OR user_id = $2)`;
  return `${all} couple_id = $1`;
}

async function inScope<T>(who: Who, work: () => Promise<T>): Promise<T> {
  await app.query('BEGIN');
  try {
    if (who !== 'signedOut') await app.query('SELECT * FROM app.enter($1)', [people[who].sessionId]);
    return await work();
  } finally {
    await app.query('ROLLBACK');
  }
}

async function attempt(sql: string, values: unknown[] = []): Promise<number> {
  await app.query('SAVEPOINT attempt');
  try {
    const { rowCount } = await app.query(sql, values);
    return rowCount ?? 0;
  } catch (error) {
    await app.query('ROLLBACK TO attempt');
    // Refused is as good as nothing done; anything else is a mistake in this test.
    if (['42501', 'NR409', 'NR404', '23502'].includes((error as { code: string }).code)) return 0;
    throw error;
  }
}

describe.each(Object.entries(expected))('%s', (table, sees) => {
  test.each<[Who, number]>([
    ['author', sees.author],
    ['partner', sees.partner],
    ['former', 0],
    ['stranger', 0],
    ['signedOut', 0],
  ])('%s sees %d', async (who, count) => {
    expect(theirs[table]?.length).toBeGreaterThan(0);
    const { rows } = await inScope(who, () =>
      app.query(`SELECT 1 FROM "${table}" WHERE ctid::text = ANY($1)`, [theirs[table]]),
    );
    expect(rows).toHaveLength(count);
  });

  test.each<Who>(['partner', 'former', 'stranger', 'signedOut'])(
    '%s changes and deletes only what is theirs',
    async (who) => {
      const { rows: columns } = await owner.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND has_column_privilege('nearer_app', attrelid, attnum, 'UPDATE')`,
        [`public."${table}"`],
      );
      await inScope(who, async () => {
        for (const { name } of columns)
          expect(await attempt(`UPDATE "${table}" SET "${name}" = "${name}"`), name).toBe(countOwn(table, who));
      });
      // In a scope of its own: a row that was changed stands elsewhere.
      await inScope(who, async () => {
        const deleted = await attempt(`DELETE FROM "${table}" WHERE ctid::text = ANY($1)`, [theirs[table]]);
        expect(deleted).toBe(who === 'partner' ? (partners[table]?.deleted ?? 0) : 0);
      });
    },
  );
});

// What the partner may do: go on with what is shared, and with their own draft and sealed plan; stop the turns.
const partners: Record<string, { changed?: number; deleted?: number }> = {
  prompt: { changed: 4 },
  answer: { changed: 1 },
  plan: { changed: 4, deleted: 2 },
  plan_version: { changed: 2 },
  teaser: { changed: 1, deleted: 1 },
  turn: { changed: 1, deleted: 1 },
  // Both may say when they talk, leave one out, and say yes again; what waits for a yes may be left.
  ritual: { deleted: 2 },
  talk: { changed: 1, deleted: 1 },
  approval: { changed: 1 },
  commitment: { changed: 2, deleted: 1 },
  // What they may answer; and what they keep for themselves of what they gave and got.
  thanks: { changed: 2 },
  aside: { changed: 2 },
  // Both may lock it; only the other can answer, only its author takes it back.
  bid: { changed: 2, deleted: 1 },
};

/** Rows that a change without a condition touches: one's own, and for the partner what both may change. */
function countOwn(table: string, who: Who): number {
  if (who === 'signedOut') return 0;
  const changed = who === 'partner' && partners[table]?.changed;
  if (changed) return changed;
  return ['user', 'account', 'couple'].includes(table) ? 1 : 0;
}

describe('a partner', () => {
  test('cannot read or change a sealed answer, nor open it by hand', async () => {
    await inScope('partner', async () => {
      const { rows } = await app.query(`SELECT id FROM prompt WHERE answered_by_id = $1 AND revealed_at IS NULL`, [
        people.author.userId,
      ]);
      expect(rows).toHaveLength(1);
      expect((await app.query('SELECT 1 FROM answer WHERE prompt_id = $1', [rows[0].id])).rows).toEqual([]);
      expect(await attempt('UPDATE answer SET sealed_body = sealed_body WHERE prompt_id = $1', [rows[0].id])).toBe(0);
      expect(await attempt('DELETE FROM answer WHERE prompt_id = $1', [rows[0].id])).toBe(0);
      for (const column of ['revealed_at', 'opened_at', 'answered_by_id']) {
        await expect(attemptStrictly(`UPDATE prompt SET ${column} = NULL`)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });

  test('cannot change what was revealed, only withdraw it', async () => {
    await inScope('partner', async () => {
      await expect(attemptStrictly(`UPDATE answer SET sealed_body = 'x'`)).rejects.toMatchObject({ code: 'NR409' });
      expect(await attempt('UPDATE answer SET sealed_body = NULL, withdrawn_at = now()')).toBe(1);
    });
  });

  test('cannot answer in the author’s name', async () => {
    await inScope('partner', async () => {
      const { rows } = await app.query(
        `SELECT id FROM prompt WHERE opened_at IS NOT NULL AND answered_by_id IS NULL AND revealed_at IS NULL LIMIT 1`,
      );
      await expect(
        attemptStrictly(
          `INSERT INTO answer (id, prompt_id, couple_id, author_id, sealed_body) VALUES (gen_random_uuid(), $1, $2, $3, 'x')`,
          [rows[0].id, people.author.coupleId, people.author.userId],
        ),
      ).rejects.toMatchObject({ code: '42501' });
    });
  });

  test('finds nothing of a draft or a sealed plan, by its id, by counting, or by what hangs on it', async () => {
    await inScope('partner', async () => {
      for (const id of [plans.draft, plans.sealed, plans.teased]) {
        for (const table of ['plan', 'plan_version', 'felt', 'rating']) {
          const column = table === 'plan' ? 'id' : 'plan_id';
          expect((await app.query(`SELECT 1 FROM "${table}" WHERE ${column} = $1`, [id])).rows, table).toEqual([]);
        }
        expect(await attempt(`UPDATE plan SET state = 'planned' WHERE id = $1`, [id])).toBe(0);
        expect(await attempt(`UPDATE plan_version SET sealed_body = 'x' WHERE plan_id = $1`, [id])).toBe(0);
        expect(await attempt('DELETE FROM plan WHERE id = $1', [id])).toBe(0);
        expect((await app.query('SELECT 1 FROM plan WHERE id = $1 FOR UPDATE NOWAIT', [id])).rowCount).toBe(0);
      }
      const { rows } = await app.query('SELECT count(*)::int AS n FROM plan WHERE author_id = $1', [
        people.author.userId,
      ]);
      expect(rows).toEqual([{ n: 2 }]);
    });
  });

  test('cannot open, date or pass on a plan by hand', async () => {
    for (const who of ['partner', 'author'] as const) {
      await inScope(who, async () => {
        for (const column of ['revealed_at', 'planned_at', 'reader_ids', 'author_id', 'kind', 'couple_id']) {
          await expect(attemptStrictly(`UPDATE plan SET ${column} = NULL`), column).rejects.toMatchObject({
            code: '42501',
          });
        }
      });
    }
  });

  test('plans, says and keeps nothing in the author’s name, nor where they see nothing', async () => {
    const { userId: author, coupleId: couple } = people.author;
    const { userId: partner } = people.partner;
    const { userId: stranger } = people.stranger;
    await inScope('partner', async () => {
      for (const [sql, values] of [
        [
          `INSERT INTO plan (id, couple_id, kind, author_id) VALUES (gen_random_uuid(), $1, 'together', $2)`,
          [couple, author],
        ],
        [
          `INSERT INTO plan (id, couple_id, kind, author_id) VALUES (gen_random_uuid(), $1, 'together', $2)`,
          [people.stranger.coupleId, partner],
        ],
        [
          `INSERT INTO plan (id, couple_id, kind, author_id, state) VALUES (gen_random_uuid(), $1, 'together', $2, 'planned')`,
          [couple, partner],
        ],
        [
          `INSERT INTO teaser (plan_id, couple_id, author_id, for_id, day, sealed_body, given_at) VALUES ($1, $2, $3, $3, now(), 'x', now())`,
          [plans.sealed, couple, partner],
        ],
        [
          `INSERT INTO felt (id, plan_id, couple_id, author_id, sealed_body) VALUES (gen_random_uuid(), $1, $2, $3, 'x')`,
          [plans.before, couple, partner],
        ],
        [
          `INSERT INTO felt (id, plan_id, couple_id, author_id, sealed_body) VALUES (gen_random_uuid(), $1, $2, $3, 'x')`,
          [plans.lived, couple, author],
        ],
        [
          `INSERT INTO rating (id, user_id, plan_id, novelty, pull) VALUES (gen_random_uuid(), $1, $2, 2, 2)`,
          [partner, plans.sealed],
        ],
        [
          `INSERT INTO rating (id, user_id, plan_id, novelty, pull) VALUES (gen_random_uuid(), $1, $2, 2, 2)`,
          [author, plans.planned],
        ],
        [
          `INSERT INTO rating (id, user_id, plan_id, novelty, pull, rated_at) VALUES (gen_random_uuid(), $1, $2, 2, 2, '2026-01-01')`,
          [partner, plans.planned],
        ],
        [`INSERT INTO card (user_id, sealed_body) VALUES ($1, 'x')`, [author]],
        [`INSERT INTO card (user_id, shown_to_id, sealed_body) VALUES ($1, $2, 'x')`, [partner, stranger]],
        [`INSERT INTO observation (id, user_id, sealed_body) VALUES (gen_random_uuid(), $1, 'x')`, [author]],
        [`INSERT INTO check_in (id, user_id, sealed_body) VALUES (gen_random_uuid(), $1, 'x')`, [author]],
        [`UPDATE check_in SET created_at = now()`, []],
        [`UPDATE check_in SET user_id = $1`, [author]],
        [`INSERT INTO calendar (user_id, token_hash) VALUES ($1, 'x')`, [author]],
        [`UPDATE turn SET first_id = $1`, [stranger]],
      ] as const) {
        await expect(attemptStrictly(sql, [...values]), sql).rejects.toMatchObject({ code: '42501' });
      }
      for (const [plan, as] of [
        [plans.draft, partner],
        [plans.sealed, partner],
        [plans.before, partner],
        [plans.planned, author],
      ]) {
        await expect(
          attemptStrictly(
            `INSERT INTO plan_version (id, plan_id, couple_id, author_id, n, kind) VALUES (gen_random_uuid(), $1, $2, $3, 2, 'countered')`,
            [plan, couple, as],
          ),
        ).rejects.toMatchObject({ code: 'NR404' });
      }
    });
  });

  test('finds nothing of a note, nor of what was brought for a talk that has not begun', async () => {
    await inScope('partner', async () => {
      for (const [table, id] of [
        ['note', talks.note],
        ['matter', talks.brought],
        ['lent_note', talks.brought],
      ])
        expect((await app.query(`SELECT 1 FROM "${table}" WHERE id = $1`, [id])).rows, table).toEqual([]);
      const { rows } = await app.query('SELECT count(*)::int AS n FROM matter WHERE author_id = $1', [
        people.author.userId,
      ]);
      expect(rows).toEqual([{ n: 1 }]);
      // Not by joining it to a talk by hand either.
      for (const sql of [
        'UPDATE matter SET talk_id = $1',
        `UPDATE matter SET author_id = (SELECT app.user_id())`,
        'UPDATE talk SET reader_ids = reader_ids',
        'UPDATE talk SET couple_id = couple_id',
      ])
        await expect(attemptStrictly(sql, sql.includes('$1') ? [talks.held] : []), sql).rejects.toMatchObject({
          code: '42501',
        });
    });
  });

  test('finds nothing of thanks that wait, and gives, rewrites and answers none in the author’s name', async () => {
    const { userId: author, coupleId: couple } = people.author;
    const { userId: partner } = people.partner;
    await inScope('partner', async () => {
      expect((await app.query('SELECT 1 FROM thanks WHERE id = $1', [thanks.kept])).rows).toEqual([]);
      expect((await app.query('SELECT 1 FROM thanks WHERE given_at IS NULL')).rows).toEqual([]);
      expect((await app.query('SELECT 1 FROM thanks WHERE id = $1 FOR UPDATE NOWAIT', [thanks.kept])).rowCount).toBe(0);
      expect(await attempt('UPDATE thanks SET given_at = now() WHERE id = $1', [thanks.kept])).toBe(0);
      expect(await attempt('DELETE FROM thanks WHERE id = ANY ($1)', [[thanks.kept, thanks.given]])).toBe(0);
      for (const [sql, values] of [
        [
          `INSERT INTO thanks (id, couple_id, giver_id, sealed_body) VALUES (gen_random_uuid(), $1, $2, 'x')`,
          [couple, author],
        ],
        [`INSERT INTO fondness (id, user_id, sealed_body) VALUES (gen_random_uuid(), $1, 'x')`, [author]],
        ['INSERT INTO aside (thanks_id, user_id) VALUES ($1, $2)', [thanks.given, author]],
        ['INSERT INTO aside (thanks_id, user_id) VALUES ($1, $2)', [thanks.kept, partner]],
        ['UPDATE thanks SET giver_id = $1', [partner]],
        ['UPDATE thanks SET reader_ids = ARRAY[$1::uuid]', [partner]],
      ] as const)
        await expect(attemptStrictly(sql, [...values]), sql).rejects.toMatchObject({ code: '42501' });
      for (const sql of [
        `UPDATE thanks SET sealed_body = 'x' WHERE id = $1`,
        'UPDATE thanks SET given_at = now() WHERE id = $1',
        'UPDATE thanks SET given_at = NULL WHERE id = $1',
        `UPDATE thanks SET sealed_answer = 'x', answered_at = now() WHERE id = $1`,
      ])
        await expect(attemptStrictly(sql, [thanks.given]), sql).rejects.toMatchObject({ code: 'NR409' });
      await expect(
        attemptStrictly('UPDATE thanks SET is_received = false WHERE id = $1', [thanks.given]),
      ).rejects.toMatchObject({ code: 'NR404' });
    });
    await inScope('author', async () => {
      const sql = `UPDATE thanks SET is_received = true, sealed_answer = 'x' WHERE id = $1`;
      expect(await attempt(sql, [thanks.given])).toBe(0);
      await expect(attemptStrictly(sql, [thanks.kept])).rejects.toMatchObject({ code: 'NR404' });
    });
  });

  test('says, accepts and settles nothing in the author’s name', async () => {
    const { userId: author, coupleId: couple } = people.author;
    const { userId: partner } = people.partner;
    await inScope('partner', async () => {
      for (const [sql, values] of [
        [`INSERT INTO approval (talk_id, couple_id, user_id, n) VALUES ($1, $2, $3, 3)`, [talks.held, couple, author]],
        [
          `INSERT INTO record_part (id, talk_id, couple_id, author_id, kind, n) VALUES (gen_random_uuid(), $1, $2, $3, 'said', 4)`,
          [talks.held, couple, author],
        ],
        [
          `INSERT INTO commitment (id, couple_id, author_id, review_on) VALUES (gen_random_uuid(), $1, $2, now())`,
          [couple, author],
        ],
        [`INSERT INTO note (id, user_id, kind, sealed_body) VALUES (gen_random_uuid(), $1, 'need', 'x')`, [author]],
        [
          `INSERT INTO matter (id, couple_id, author_id, kind) VALUES (gen_random_uuid(), $1, $2, 'need')`,
          [couple, author],
        ],
        [
          `INSERT INTO lent_note (id, couple_id, author_id, sealed_text) VALUES ($1, $2, $3, 'x')`,
          [talks.brought, couple, partner],
        ],
        ['UPDATE commitment SET author_id = $1', [partner]],
        ['UPDATE commitment SET said_by_id = $1', [author]],
      ] as const)
        await expect(attemptStrictly(sql, [...values]), sql).rejects.toMatchObject({ code: '42501' });
      // A yes to what is not the last, an outcome that the author has not said, and one for what nobody accepted.
      await expect(attemptStrictly('UPDATE approval SET n = 2 WHERE user_id = $1', [partner])).rejects.toMatchObject({
        code: 'NR409',
      });
      const accepted = 'accepted_at IS NOT NULL';
      for (const sql of [
        `UPDATE commitment SET outcome = 'kept' WHERE ${accepted}`,
        `UPDATE commitment SET outcome = 'changed' WHERE ${accepted}`,
        `UPDATE commitment SET said_outcome = 'kept' WHERE NOT ${accepted}`,
        `UPDATE commitment SET accepted_at = NULL WHERE ${accepted}`,
      ])
        await expect(attemptStrictly(sql), sql).rejects.toMatchObject({ code: 'NR409' });
      // What the two have ended stays as it was.
      expect(await attempt('UPDATE talk SET state = NULL, ended_at = NULL WHERE id = $1', [talks.held])).toBe(0);
      expect(await attempt('DELETE FROM talk WHERE id = $1', [talks.held])).toBe(0);
    });
    await inScope('author', async () => {
      const own = `UPDATE commitment SET accepted_at = now() WHERE accepted_at IS NULL`;
      await expect(attemptStrictly(own)).rejects.toMatchObject({ code: 'NR409' });
    });
  });

  test('answers, changes and withdraws no news and no bid in the author’s name', async () => {
    const { userId: author, coupleId: couple } = people.author;
    const { userId: partner } = people.partner;
    await inScope('partner', async () => {
      const { rows } = await app.query('SELECT id FROM news WHERE author_id = $1', [author]);
      const news = rows[0].id;
      for (const [sql, values] of [
        [`INSERT INTO news (id, couple_id, author_id) VALUES (gen_random_uuid(), $1, $2)`, [couple, author]],
        [
          `INSERT INTO bid (id, couple_id, author_id, kind) VALUES (gen_random_uuid(), $1, $2, 'hug')`,
          [couple, author],
        ],
        ['UPDATE news SET reader_ids = reader_ids', []],
        [`UPDATE news SET sealed_body = 'x'`, []],
        ['UPDATE news_answer SET author_id = $1', [partner]],
        [`UPDATE news_answer SET sealed_body = 'x'`, []],
        [`UPDATE bid SET kind = 'help'`, []],
        ['UPDATE bid SET fades_at = now()', []],
        ['UPDATE bid SET answered_at = NULL', []],
      ] as const) {
        await expect(attemptStrictly(sql, [...values]), sql).rejects.toMatchObject({ code: '42501' });
      }
      const step = (kind: string, as: string) =>
        attemptStrictly(
          `INSERT INTO news_answer (id, news_id, couple_id, author_id, kind) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
          [news, couple, as, kind],
        );
      await expect(step('celebrate', author)).rejects.toMatchObject({ code: 'NR409' });
      await expect(step('reply', partner)).rejects.toMatchObject({ code: 'NR409' });
      // Nobody answers their own.
      await expect(
        attemptStrictly(`UPDATE bid SET answer = 'now' WHERE author_id = $1`, [partner]),
      ).rejects.toMatchObject({ code: 'NR409' });
      expect(await attempt('DELETE FROM bid WHERE author_id = $1', [author])).toBe(0);
      expect(await attempt('DELETE FROM news WHERE author_id = $1', [author])).toBe(0);
    });
  });

  test('sees no bid that has faded', async () => {
    for (const who of ['partner', 'author'] as const)
      await inScope(who, async () => {
        expect((await app.query('SELECT 1 FROM bid')).rowCount).toBe(2);
        await app.query(`SELECT set_config('app.now', (app.now() + interval '2 days')::text, true)`);
        expect((await app.query('SELECT 1 FROM bid')).rowCount).toBe(0);
        expect(await attempt(`UPDATE bid SET answer = 'now', sealed_answer = NULL`)).toBe(0);
        expect(await attempt('DELETE FROM bid WHERE id IS NOT NULL')).toBe(0);
      });
  });

  test('does not read a card that is put away, not even that it is there', async () => {
    await inScope('author', async () => {
      await app.query('UPDATE card SET shown_to_id = NULL');
      const { rows } = await app.query('SELECT app.user_id() AS id');
      expect(rows).toEqual([{ id: people.author.userId }]);
      // Within the same transaction, as the partner.
      await app.query('SELECT * FROM app.enter($1)', [people.partner.sessionId]);
      expect((await app.query('SELECT 1 FROM card')).rows).toEqual([]);
      expect(await attempt('DELETE FROM card')).toBe(0);
    });
  });

  test('learns by no rating of theirs what the author said, but where both are high', async () => {
    const drawn = async () => (await app.query('SELECT * FROM app.drawn()')).rows;
    const rate = (pull: number) =>
      app.query(
        `INSERT INTO rating (id, user_id, idea_id, novelty, pull)
         SELECT gen_random_uuid(), $1, unnest($2::text[]), 2, $3 ON CONFLICT (user_id, idea_id) DO UPDATE SET pull = $3`,
        [people.partner.userId, [ideas[0]?.id, ideas[1]?.id], pull],
      );
    await inScope('partner', async () => {
      expect(await drawn()).toEqual([]);
      await rate(1);
      expect(await drawn()).toEqual([]);
      await rate(2);
      // Not on the day on which it is said.
      expect(await drawn()).toEqual([]);
      await app.query(`SELECT set_config('app.now', (app.now() + interval '1 day')::text, true)`);
      // What the author rated with somebody before is not among it.
      expect(await drawn()).toEqual([{ idea_id: ideas[1]?.id, plan_id: null }]);
    });
    for (const who of ['former', 'stranger', 'signedOut'] as const) {
      await inScope(who, async () => expect(await drawn()).toEqual([]));
    }
  });

  test('is told nothing of a sealed plan but what its teaser says', async () => {
    const { coupleId, userId } = people.author;
    const record = async (name: string, id: string) =>
      (
        await app.query<{ seq: number | null }>('SELECT app.record_event($1, $2, $3, $4) AS seq', [
          coupleId,
          name,
          userId,
          id,
        ])
      ).rows[0]?.seq;
    const counter = async () => (await app.query('SELECT event_seq FROM couple')).rows[0].event_seq;
    await inScope('author', async () => {
      const before = await counter();
      for (const id of [plans.draft, plans.sealed, plans.teased, plans.before]) {
        expect(await record('plan.proposed', id)).toBeNull();
        if (id !== plans.teased) expect(await record('teaser.given', id)).toBeNull();
      }
      expect(await counter()).toBe(before);
      expect(await record('teaser.given', plans.teased)).toBe(before + 1);
      expect(await record('plan.countered', plans.planned)).toBe(before + 2);
    });
  });

  test('cannot say ready, mute, draft or put off for the author', async () => {
    await inScope('partner', async () => {
      const { rows } = await app.query('SELECT id FROM prompt LIMIT 1');
      const [prompt, user] = [rows[0].id, people.author.userId];
      for (const [sql, values] of [
        [`INSERT INTO readiness VALUES ($1, $2, true)`, [user, prompt]],
        [`INSERT INTO muted_topic VALUES ($1, 'home')`, [user]],
        [`INSERT INTO draft VALUES (gen_random_uuid(), $1, $2, 'x', now())`, [user, prompt]],
        [`INSERT INTO postponement VALUES ($1, $2, now())`, [user, prompt]],
      ] as const) {
        await expect(attemptStrictly(sql, [...values]), sql).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});

describe('an event', () => {
  const write = (couple: string, actor: string) =>
    `INSERT INTO event (couple_id, seq, name, actor_id) VALUES ('${couple}', 9999, 'answer.given', '${actor}')`;
  const record = (couple: string, actor: string | null) =>
    `SELECT app.record_event('${couple}', 'answer.given', ${actor ? `'${actor}'` : 'NULL'}, NULL)`;
  test.each<[string, (ids: typeof people) => string]>([
    ['a row in the other’s name', ({ author }) => write(author.coupleId, author.userId)],
    ['a row in one’s own name', ({ partner }) => write(partner.coupleId, partner.userId)],
    ['the counter', ({ partner }) => `UPDATE couple SET event_seq = 0 WHERE id = '${partner.coupleId}'`],
    ['the function, as the other', ({ author }) => record(author.coupleId, author.userId)],
    ['the function, as nobody', ({ author }) => record(author.coupleId, null)],
    ['the function, to another couple', ({ partner, stranger }) => record(stranger.coupleId, partner.userId)],
  ])('cannot be forged by %s', async (_, forge) => {
    await inScope('partner', () => expect(attemptStrictly(forge(people))).rejects.toMatchObject({ code: '42501' }));
    await inScope('signedOut', () => expect(attemptStrictly(forge(people))).rejects.toMatchObject({ code: '42501' }));
  });

  test('is recorded for one’s own couple in one’s own name', async () => {
    const { coupleId, userId } = people.partner;
    await inScope('partner', async () => expect(await attempt(record(coupleId, userId))).toBe(1));
  });
});

async function attemptStrictly(sql: string, values: unknown[] = []): Promise<void> {
  await app.query('SAVEPOINT strict');
  try {
    await app.query(sql, values);
  } catch (error) {
    await app.query('ROLLBACK TO strict');
    throw error;
  }
}

test('the tables that stand here are all that members see', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT DISTINCT tablename::text AS name FROM pg_policies WHERE schemaname = 'public' AND 'nearer_app' = ANY (roles) ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(expected).sort());
});

test('a couple never has a third member, and nobody is in two', async () => {
  const { coupleId, userId } = people.author;
  const stranger = people.stranger.userId;
  for (const slot of [1, 2, 3]) {
    await expect(
      owner.query('INSERT INTO member (user_id, couple_id, slot) VALUES ($1, $2, $3)', [randomUUID(), coupleId, slot]),
    ).rejects.toThrow();
    await expect(
      owner.query('UPDATE member SET couple_id = $2, slot = $3 WHERE user_id = $1', [stranger, coupleId, slot]),
    ).rejects.toThrow();
  }
  await expect(
    owner.query('INSERT INTO member (user_id, couple_id, slot) VALUES ($1, $2, 2)', [userId, people.stranger.coupleId]),
  ).rejects.toThrow();
});

test('a scope ends with its transaction', async () => {
  await inScope('author', async () => {
    expect((await app.query('SELECT 1 FROM prompt')).rows.length).toBeGreaterThan(0);
  });
  expect((await app.query('SELECT 1 FROM prompt')).rows).toEqual([]);
});
