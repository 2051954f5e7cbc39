import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import checkInContent from '#content/demo/check-ins.json' with { type: 'json' };
import journalContent from '#content/demo/journal.json' with { type: 'json' };
import newsContent from '#content/demo/news.json' with { type: 'json' };
import planContent from '#content/demo/plans.json' with { type: 'json' };
import talkContent from '#content/demo/talks.json' with { type: 'json' };
import thanksContent from '#content/demo/thanks.json' with { type: 'json' };
import content from '#content/demo/year.json' with { type: 'json' };
import { hashPassword } from '#lib/auth/password';
import { createSession, endSession } from '#lib/auth/sessions';
import { getBids } from '#lib/bids/queries';
import { StartError } from '#lib/boot/start-error';
import { getCards, listObservations } from '#lib/cards/queries';
import { addDays, type Day, dayIn, moveClock, movedNow } from '#lib/clock';
import { checkInYear } from '#lib/demo/check-in-schema';
import { demoEmails, demoPassword, demoTimeZone } from '#lib/demo/couple';
import { fillDemo } from '#lib/demo/fill';
import { journalYear } from '#lib/demo/journal-schema';
import { newsYear } from '#lib/demo/news-schema';
import { type DemoPlan, planYear } from '#lib/demo/plan-schema';
import { weekendAfter } from '#lib/demo/play-plans';
import { type Entry, type Who, year } from '#lib/demo/schema';
import { type DemoTalk, talkYear } from '#lib/demo/talk-schema';
import { thanksYear } from '#lib/demo/thanks-schema';
import { env } from '#lib/env';
import { findFeeling } from '#lib/feelings/library';
import { getWeeks, listCheckIns } from '#lib/feelings/queries';
import { findLately } from '#lib/feelings/rules';
import { listDrawn, listRatings } from '#lib/ideas/queries';
import { listEntries } from '#lib/journal/queries';
import { newsAnswerKinds } from '#lib/news/kinds';
import { listAskingNews, listNews } from '#lib/news/queries';
import { getPlan, listLetGo, listLived, listPlans, listUsedIdeas } from '#lib/plans/queries';
import { findQuestion } from '#lib/prompts/library';
import { getPrompt, getTodaysPrompt, listRevealed, listWaiting } from '#lib/prompts/queries';
import { listQuery } from '#lib/prompts/schema';
import { listSharings, listUnopened } from '#lib/sharings/queries';
import { listCommitments } from '#lib/talks/commitments';
import { mayBring, minutesOf, noteKinds } from '#lib/talks/kinds';
import { listNotes } from '#lib/talks/notes';
import { getTalk, listTalks, listUnapproved } from '#lib/talks/queries';
import { getSchedule } from '#lib/talks/schedule';
import { findNewThanks, listFondness, listGiven, listKept, listToShow } from '#lib/thanks/queries';
import { asSystem, type Scope, transaction } from '#lib/transaction';
import { getTurn } from '#lib/turns/queries';

const entries = year.parse(content);
const revealed = entries.filter(({ mika, noor }) => mika && noor);
const sentences = entries.flatMap((entry) => [
  ...[entry.mika, entry.noor].flatMap((answer) => answer?.text ?? []),
  ...('own' in entry ? [entry.own.words] : []),
  ...(entry.after ?? []).flatMap((act) => ('response' in act ? act.text : [])),
]);
const planned = planYear.parse(planContent);
const planSentences = [
  ...planned.cards.flatMap(({ card: { words, access } }) => [
    ...Object.values(words).flatMap((lines) => [lines?.likes, lines?.noes]),
    access,
  ]),
  ...planned.observations.map(({ text }) => text),
  ...planned.plans.flatMap(({ first, after }) => [
    ...[
      first,
      ...after.flatMap((act) => ('counters' in act ? act.counters : 'combines' in act ? act.combines : [])),
    ].flatMap(({ title, text }) => [title, text]),
    ...after.flatMap((act) => ('felt' in act ? act.felt : [])),
    ...after.flatMap((act) => ('teases' in act ? [act.teases.wear, act.teases.children, act.teases.note] : [])),
  ]),
].filter((text) => text !== undefined);
const doneIn = ({ after }: DemoPlan, key: string) => after.some((act) => key in act);
const livedPlans = planned.plans.filter((plan) => doneIn(plan, 'livedOn'));
const talkContents = talkYear.parse(talkContent);
const talks = talkContents.talks.filter((talk): talk is DemoTalk => talk.form !== 'evening');
const brought = talks.flatMap(({ notes }) => notes);
const asks = talks.flatMap((talk) => talk.asks);
const talkSentences = [
  ...[...brought, ...talkContents.notes].flatMap(({ title, text }) => [title, text]),
  ...asks.map(({ text }) => text),
  ...talks.flatMap((talk) => [talk.said.mika, talk.said.noor, talk.try.text]),
  ...talks.flatMap(({ after }) => after.flatMap((act) => ('writes' in act ? act.text : []))),
];
const checkIns = checkInYear.parse(checkInContent);
const thanked = thanksYear.parse(thanksContent);
const givenLoved = thanked.loved.filter(({ given }) => given);
const thanksSentences = [
  ...[...thanked.thanks, ...thanked.kept].flatMap(({ did, says, was }) => [did, says ?? [], was ?? []].flat()),
  ...[...thanked.thanks, ...givenLoved.map(({ given }) => given)].flatMap((one) =>
    one?.reply && 'answer' in one.reply ? one.reply.answer : [],
  ),
  ...thanked.loved.map(({ text }) => text),
];
const told = newsYear.parse(newsContent);
const newsSentences = told.news.flatMap((one) => [
  one.text,
  ...newsAnswerKinds.flatMap((kind) => one[kind]?.text ?? []),
]);
const journal = journalYear.parse(journalContent);
const journalSentences = [
  ...journal.entries.flatMap(({ text }) => text ?? []),
  ...journal.sharings.flatMap(({ words, answers }) => [...Object.values(words), ...answers.map(({ text }) => text)]),
];
const today = () => dayIn(demoTimeZone);

const depthOf = (entry: Entry) => ('own' in entry ? entry.own.depth : findQuestion(entry.question)?.depth);

const owner = new pg.Client(env.DATABASE_URL);
const api = join(import.meta.dirname, '..', '..', 'app', 'api');
let said = '';

beforeAll(async () => {
  await owner.connect();
  said = await fillDemo(api);
}, 180_000);
afterEach(() => moveClock());
afterAll(() => owner.end());

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from "${table}" where ${where}`);
  return rows[0].n;
}

/** Reads as one of the two, who signs in with what was said. */
async function see<T>(who: Who, work: (scope: Scope) => Promise<T>): Promise<T> {
  const email = demoEmails[who];
  const passwordHash = await hashPassword(email, demoPassword);
  const identity = await asSystem(async (db) => {
    const { userId } = await db.account.findFirstOrThrow({ where: { email, passwordHash } });
    return createSession(db, userId, 'test');
  });
  try {
    return await transaction(identity, work);
  } finally {
    await endSession(identity);
  }
}

describe('the year', () => {
  test('is long, with weeks that are fuller and weeks that are empty', () => {
    expect(revealed.length).toBeGreaterThan(110);
    const weeks = Array.from({ length: 52 }, (_, week) => revealed.filter(({ day }) => Math.floor(-day / 7) === week));
    expect(weeks.some((week) => week.length === 0)).toBe(true);
    expect(weeks.some((week) => week.length > 3)).toBe(true);
    expect(Math.max(...revealed.map(({ day }) => day))).toBe(-1);
  });

  test('keeps to the rules of the daily choice', () => {
    const days = entries.filter((entry) => !entry.asked);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    const asked = days.map((entry) => ('question' in entry ? entry.question : ''));
    expect(new Set(asked).size).toBe(asked.length);
    for (const [index, entry] of days.entries()) {
      const before = revealed.filter(({ day }) => day < entry.day).length;
      if (depthOf(entry) !== 'light') expect(before, String(entry.day)).toBeGreaterThanOrEqual(7);
      if (depthOf(entry) !== 'deep') continue;
      expect(before, String(entry.day)).toBeGreaterThanOrEqual(21);
      const previous = days[index - 1];
      expect(previous && depthOf(previous) === 'deep' && previous.day >= entry.day - 1, String(entry.day)).toBe(false);
    }
  });

  test('names no month, season or feast, since it may be played on any day', () => {
    const dated =
      /\b(January|February|March|April|June|July|August|September|October|November|December|spring|summer|autumn|winter|Christmas|Easter|Ramadan|snow)\b/i;
    expect(
      [
        ...sentences,
        ...planSentences,
        ...talkSentences,
        ...thanksSentences,
        ...newsSentences,
        ...journalSentences,
        ...checkIns.flatMap(({ line }) => line ?? []),
      ].filter((text) => dated.test(text)),
    ).toEqual([]);
  });
});

describe('the filled database', () => {
  test('holds two linked people and what they said', async () => {
    const acts = entries.flatMap(({ after = [] }) => after);
    expect(await count('account', 'email_verified_at is not null and welcomed_at is not null')).toBe(2);
    expect(await count('couple')).toBe(1);
    expect(await count('prompt')).toBe(entries.length);
    expect(await count('prompt', 'revealed_at is not null')).toBe(revealed.length);
    expect(await count('answer', 'sealed_body is not null')).toBe(revealed.length * 2);
    expect(await count('answer', 'withdrawn_at is not null')).toBe(2);
    expect(await count('response')).toBe(acts.filter((act) => 'response' in act).length);
    expect(await count('reaction')).toBe(acts.filter((act) => 'reaction' in act).length);
    expect(await count('prompt_words')).toBe(3);
    expect(await count('session')).toBe(0);
    expect(await count('invite', 'confirmed_at is not null')).toBe(1);
  });

  test('has nothing in the future, and the year spread over its days', async () => {
    expect(movedNow()).toBeNull();
    for (const [table, column] of [
      ['prompt', 'created_at'],
      ['prompt', 'revealed_at'],
      ['answer', 'created_at'],
      ['response', 'created_at'],
      ['event', 'created_at'],
      ['member', 'joined_at'],
      ['plan', 'created_at'],
      ['plan', 'planned_at'],
      ['plan', 'revealed_at'],
      ['plan', 'lived_on'],
      ['plan_version', 'created_at'],
      ['teaser', 'given_at'],
      ['felt', 'created_at'],
      ['observation', 'created_at'],
      ['entry', 'created_at'],
      ['sharing', 'delivered_at'],
      ['sharing_answer', 'created_at'],
      ['talk', 'begun_at'],
      ['talk', 'ended_at'],
      ['note', 'created_at'],
      ['record_part', 'created_at'],
      ['commitment', 'accepted_at'],
      ['commitment', 'settled_at'],
      ['news', 'created_at'],
      ['news_answer', 'created_at'],
      ['bid', 'created_at'],
    ] as const)
      expect(await count(table, `${column} > now()`), `${table}.${column}`).toBe(0);
    expect(await count('prompt', `revealed_at < now() - interval '360 days'`)).toBeGreaterThan(3);
  });

  test.each(['mika', 'noor'] as const)('shows %s the whole year, its own words and the other’s', async (who) => {
    const other = who === 'mika' ? 'noor' : 'mika';
    const seen = await see(who, async (scope) => {
      const views = [];
      let before: string | undefined;
      do {
        const page = await listRevealed(scope, listQuery.parse({ before }).before);
        for (const { id } of page.prompts) views.push(await getPrompt(scope, id));
        before = page.next ?? undefined;
      } while (before);
      return views;
    });
    expect(seen).toHaveLength(revealed.length);
    const withdrawn = revealed.flatMap(({ after = [] }) => after.filter((act) => 'withdraws' in act));
    expect(withdrawn.map(({ by }) => by).sort()).toEqual(['mika', 'noor']);
    for (const [side, by] of [
      ['mine', who],
      ['theirs', other],
    ] as const) {
      const kept = revealed.filter(({ after = [] }) => !after.some((act) => 'withdraws' in act && act.by === by));
      expect(seen.flatMap((view) => view[side]?.text ?? []).sort()).toEqual(
        kept.flatMap((entry) => entry[by]?.text ?? []).sort(),
      );
    }
    expect(seen.filter(({ earlierId }) => earlierId)).toHaveLength(1);
    expect(seen.some(({ state }) => state === 'kept')).toBe(true);
  });

  test('keeps sealed what one of them has not opened', async () => {
    const today = await see('mika', getTodaysPrompt);
    expect(today).toMatchObject({ state: 'sealed', theirs: null, mine: null, depth: 'deep' });
    expect(await see('noor', getTodaysPrompt)).toMatchObject({ state: 'waiting' });

    const states = async (who: Who) => (await see(who, (scope) => listWaiting(scope))).map(({ state }) => state).sort();
    expect(await states('mika')).toEqual(['closed', 'waiting']);
    expect(await states('noor')).toEqual(['closed', 'sealed']);
  });

  test('numbers its events without gaps', async () => {
    const { rows } = await owner.query('select seq from event order by seq');
    const [first] = rows;
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => first.seq + index));
    expect(rows.length).toBeGreaterThan(revealed.length * 2);
    expect(await see('mika', ({ member }) => Promise.resolve(member.eventSeq))).toBe(rows.at(-1)?.seq);
  });

  test('shows no sentence in plain text in any table', async () => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    let dump = '';
    for (const { name } of tables) {
      const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`);
      dump += rows.map(({ line }) => line).join('\n');
    }
    // Bytes stand there as hex digits.
    const hex = (text: string) => Buffer.from(text).toString('hex');
    const { rows } = await owner.query<{ hash: Buffer }>('select password_hash as hash from account');
    for (const { hash } of rows) expect(dump).toContain(hash.toString('hex'));
    expect(dump).toContain(demoEmails.mika);
    // Whatever is longer than a word or two: those stand in any text.
    const written = [...sentences, ...planSentences, ...talkSentences, ...thanksSentences, ...newsSentences].filter(
      (text) => text.length > 12,
    );
    expect(written.length).toBeGreaterThan(400);
    for (const text of written) {
      expect(dump).not.toContain(text.slice(0, 24));
      expect(dump).not.toContain(hex(text.slice(0, 24)));
    }
  });

  test('has good news of both, with what was said to it, some that waits, and one bid that is open', async () => {
    expect(told.news.length).toBeGreaterThan(10);
    for (const who of ['mika', 'noor'] as const) {
      const { news } = await see(who, (scope) => listNews(scope));
      expect(
        news.flatMap(({ text, answers }) => [text, ...Object.values(answers).map((answer) => answer.text)]).sort(),
      ).toEqual(newsSentences.toSorted());
    }
    expect((await see('noor', listAskingNews)).map(({ next }) => next)).toEqual(['great']);
    const { kind } = told.bid;
    expect(await see('noor', getBids)).toMatchObject({ mine: null, theirs: { kind, answer: null } });
  });

  describe('of plans', () => {
    test('has surprises of both, and what became of a proposal', () => {
      expect(livedPlans).toHaveLength(16);
      const surprises = livedPlans.filter(({ kind }) => kind === 'surprise');
      expect(surprises.filter(({ by }) => by === 'mika')).toHaveLength(6);
      expect(surprises.filter(({ by }) => by === 'noor')).toHaveLength(6);
      const ofMany = (key: string) => livedPlans.filter((plan) => doneIn(plan, key)).length;
      expect(ofMany('combines')).toBe(1);
      expect(ofMany('postponesUntil')).toBe(1);
      expect(ofMany('felt')).toBe(16);
      expect(livedPlans.filter(({ from }) => from)).toHaveLength(1);
    });

    test('shows both the same of what was lived and let go', async () => {
      const [mika, noor] = await Promise.all(
        (['mika', 'noor'] as const).map((who) =>
          see(who, async (scope) => ({
            lived: (await listLived(scope)).plans.map(({ id, title, livedOn }) => ({ id, title, livedOn })),
            letGo: (await listLetGo(scope)).map(({ id, title, versions }) => ({ id, title, versions })),
          })),
        ),
      );
      expect(mika).toEqual(noor);
      expect(mika?.lived.map(({ livedOn }) => livedOn)).toEqual(
        livedPlans
          .flatMap(({ after }) => after.flatMap((act) => ('livedOn' in act ? addDays(today(), act.livedOn) : [])))
          .sort()
          .reverse(),
      );
      expect(mika?.letGo).toMatchObject([{ versions: 2 }]);
      const felt = planned.plans.flatMap(({ after }) => after.filter((act) => 'felt' in act));
      expect(await count('felt', 'sealed_body is not null')).toBe(felt.length);
    });

    test('opened what was to open at its time, and at that time', async () => {
      const timed = livedPlans.filter(({ after }) => after.some((act) => 'seals' in act && act.seals.opens));
      const at = timed.flatMap(({ after }) =>
        after.flatMap((act) =>
          'seals' in act && act.seals.opens ? `${addDays(today(), act.seals.opens.day)} ${act.seals.opens.time}` : [],
        ),
      );
      expect(timed).toHaveLength(5);
      const { rows } = await owner.query<{ at: string }>(
        `select to_char(revealed_at at time zone $1, 'YYYY-MM-DD HH24:MI') as at from plan`,
        [demoTimeZone],
      );
      expect(rows.map((row) => row.at)).toEqual(expect.arrayContaining(at));
    });

    test('shows Mika what asks, what waits and what is ahead, and of Noor’s surprise its teaser alone', async () => {
      const { groups, secret } = await see('mika', async (scope) => {
        const groups = await listPlans(scope);
        const teased = groups.ahead.find(({ state }) => state === 'teased');
        return { groups, secret: teased && (await getPlan(scope, teased.id)) };
      });
      const titles = Object.fromEntries(
        Object.entries(groups).map(([place, lines]) => [place, lines.map(({ title }) => title)]),
      );
      expect(titles).toEqual({
        forMe: ['A brass band in a village where nobody knows us'],
        forPartner: ['The control room, four in the morning, forks for six'],
        ahead: expect.arrayContaining([null, 'The flea market, at half past eight, when I’m a person']),
        over: ['Ten minutes in which nobody is vertical'],
        later: ['Hang a door where the curtain is'],
        mine: ['The good trumpet, for a month'],
      });
      expect(groups.ahead).toHaveLength(2);
      expect(groups.ahead.find(({ state }) => state === 'planned')?.when).toMatchObject({
        day: weekendAfter(today()),
        time: '08:30',
      });
      expect(secret).toMatchObject({
        state: 'teased',
        title: null,
        content: null,
        trail: [],
        opensAt: null,
        teaser: { when: { day: addDays(today(), 4), time: '19:15' } },
      });
    });

    test('shows Noor nothing of what Mika seals, not even that there is something', async () => {
      const groups = await see('noor', listPlans);
      expect(groups.mine.map(({ title, state, isTeased }) => ({ title, state, isTeased }))).toEqual([
        { title: 'A slow month, or the first evening of one', state: 'draft', isTeased: false },
        { title: 'The forty-second key', state: 'sealed', isTeased: true },
      ]);
      const all = Object.values(groups).flat();
      expect(all).toHaveLength(7);
      expect(all.filter(({ by, state }) => by === 'partner' && state !== 'proposed')).toMatchObject([
        { state: 'planned' },
      ]);
      const { rows } = await owner.query<{ id: string }>(
        `select id from plan where state = 'sealed' and id not in (select plan_id from teaser)`,
      );
      expect(rows).toHaveLength(1);
      expect(await count('event', `subject_id = '${rows[0]?.id}'`)).toBe(0);
      await expect(see('noor', (scope) => getPlan(scope, rows[0]?.id ?? ''))).rejects.toThrow('not_found');
      expect(await see('noor', listUsedIdeas)).not.toContain('music-instrument-on-loan');
    });

    test('keeps the agreement of the three versions to its last', async () => {
      const plan = await see('noor', async (scope) => {
        const { plans } = await listLived(scope);
        return getPlan(scope, plans.find(({ versions }) => versions === 3)?.id ?? '');
      });
      expect(plan.trail.map(({ kind, by }) => [kind, by])).toEqual([
        ['proposed', 'me'],
        ['countered', 'partner'],
        ['combined', 'me'],
      ]);
      expect(plan).toMatchObject({ agreedN: 3, isDrawn: false });
    });

    test('it is Mika’s turn today, once the two had exchanged', async () => {
      expect(await see('mika', getTurn)).toMatchObject({
        rhythm: 'biweekly',
        holder: 'me',
        endsOn: addDays(today(), 7),
      });
      expect(await see('noor', getTurn)).toMatchObject({ holder: 'partner' });
    });

    test.each(['mika', 'noor'] as const)('shows %s both cards, and what only they noted', async (who) => {
      const { cards, noticed, ratings, drawn } = await see(who, async (scope) => ({
        cards: await getCards(scope),
        noticed: await listObservations(scope),
        ratings: await listRatings(scope),
        drawn: await listDrawn(scope),
      }));
      const last = (by: Who) => planned.cards.findLast((entry) => entry.by === by)?.card;
      expect(cards.mine).toMatchObject({ ...last(who), shown: true });
      expect(cards.theirs).toMatchObject({ ...last(who === 'mika' ? 'noor' : 'mika'), shown: true });
      expect(Object.keys(cards.mine?.learned ?? {}).length).toBeGreaterThan(2);
      const own = planned.observations.filter(({ by }) => by === who).map(({ text }) => text);
      expect(noticed.map(({ text }) => text)).toEqual(own.reverse());
      expect(ratings.size).toBe(planned.ratings.filter(({ by }) => by === who).length);
      expect([...drawn.ideas].sort()).toEqual(['adventure-town-wakes', 'gifts-egg-box', 'rest-not-one-length']);
      expect(drawn.plans.size).toBe(1);
    });

    test('the next weekend is after today, whatever day it is', () => {
      const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'] as Day[];
      expect(days.map(weekendAfter)).toEqual(['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-28']);
    });
  });

  describe('of talks', () => {
    const dayOf = (at: string | undefined) => at && dayIn(demoTimeZone, new Date(at));
    const listed = async (who: Who) =>
      see(who, async (scope) => {
        const { talks: lines, next } = await listTalks(scope);
        const views = [];
        for (const { id } of lines) views.push(await getTalk(scope, id));
        return { views: views.reverse(), next };
      });

    test('shows both what was said in each, by every version', async () => {
      expect(new Set(brought.map(({ kind }) => kind))).toEqual(new Set(noteKinds.filter(mayBring)));
      for (const who of ['mika', 'noor'] as const) {
        const { views, next } = await listed(who);
        expect(next).toBeNull();
        expect(views.map(({ form, phones }) => ({ form, phones }))).toEqual(
          talkContents.talks.map(({ form, phones = 2 }) => ({ form, phones })),
        );
        for (const [index, talk] of talkContents.talks.entries()) {
          const view = views[index];
          expect(dayOf(view?.begunAt)).toBe(addDays(today(), talk.day));
          if (talk.form === 'evening') {
            const { light, warm, deep } = talk.questions;
            expect(view?.questions).toHaveLength(light + warm + deep);
            continue;
          }
          const written = talk.after.flatMap((act) => ('writes' in act ? act : []));
          const last = (by: Who) => written.findLast((act) => act.writes === 'said' && act.by === by)?.text;
          const other = who === 'mika' ? 'noor' : 'mika';
          expect(view?.record.mine?.text).toBe(last(who) ?? talk.said[who]);
          expect(view?.record.theirs?.text).toBe(last(other) ?? talk.said[other]);
          expect(view?.record.trail).toHaveLength(3 + written.length);
          expect(view?.matters.map(({ title }) => title).sort()).toEqual([...talk.about].sort());
          expect(view?.commitments.map(({ text }) => text).sort()).toEqual(talk.asks.map(({ text }) => text).sort());
        }
      }
    });

    test('let each take about the time that is meant for it, and nothing else happen meanwhile', async () => {
      const { views } = await listed('mika');
      for (const { form, minutes, id } of views) {
        expect(minutes, id).toBeGreaterThan(minutesOf(form) * 0.7);
        expect(minutes, id).toBeLessThan(minutesOf(form) * 1.5);
      }
      for (const [table, column] of [
        ['answer', 'created_at'],
        ['response', 'created_at'],
        ['plan_version', 'created_at'],
        ['note', 'created_at'],
      ] as const)
        expect(
          await count(
            table,
            `exists (select from talk k where "${table}".${column} between k.begun_at and k.ended_at + interval '1 minute')`,
          ),
          table,
        ).toBe(0);
    });

    test('has the next tomorrow, as agreed at the second time', async () => {
      expect(await see('noor', getSchedule)).toMatchObject({
        agreed: { by: 'partner', rhythm: 'weekly', time: '20:30', form: 'full' },
        proposed: null,
        next: { day: addDays(today(), 1), form: 'full', isMoved: false, isNear: true, isNow: false },
        underWay: null,
      });
      // Those that were moved were held, and bear the day that they were moved from.
      const moved = talks.filter(({ movedFrom }) => movedFrom !== undefined);
      const { rows } = await owner.query<{ day: string; begun: string }>(
        `select day::text, (begun_at at time zone $1)::date::text as begun from talk
          where day <> (begun_at at time zone $1)::date order by begun_at`,
        [demoTimeZone],
      );
      expect(rows).toEqual(
        moved.map(({ day, movedFrom = 0 }) => ({ day: addDays(today(), movedFrom), begun: addDays(today(), day) })),
      );
    });

    test('keeps one record waiting for Noor’s yes', async () => {
      expect(await see('mika', listUnapproved)).toEqual([]);
      const waiting = await see('noor', listUnapproved);
      expect(waiting.map(({ begunAt }) => dayOf(begunAt))).toEqual([addDays(today(), talks.at(-1)?.day ?? 0)]);
    });

    test('most of what they agreed on was kept; two are open and one waits for Mika’s yes', async () => {
      const said = talks.flatMap(({ reviews }) => reviews.map(({ outcome }) => outcome));
      const [kept, letgo] = ['kept', 'letgo'].map((outcome) => said.filter((one) => one === outcome).length);
      const changed = asks.filter(({ insteadOf }) => insteadOf).length;
      expect(kept).toBeGreaterThan(20);
      const { rows } = await owner.query('select outcome, count(*)::int as n from commitment group by outcome');
      expect(Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]))).toEqual({ kept, letgo, changed, null: 3 });
      const left = await see('mika', listCommitments);
      expect(left.map(({ state, by, doer, isDue }) => ({ state, by, doer, isDue }))).toEqual([
        { state: 'open', by: 'me', doer: 'partner', isDue: false },
        { state: 'offered', by: 'partner', doer: 'both', isDue: false },
        { state: 'open', by: 'partner', doer: 'me', isDue: false },
      ]);
    });

    test.each(['mika', 'noor'] as const)('shows %s the own notes alone, and what is brought of them', async (who) => {
      const notes = await see(who, listNotes);
      const own = (one: { by: Who }) => one.by === who;
      const waiting = talkContents.notes.filter(own);
      expect(notes.filter(({ isTaken }) => !isTaken).map(({ title }) => title)).toEqual(
        waiting.map(({ title }) => title).reverse(),
      );
      expect(notes.filter(({ isTaken }) => isTaken)).toHaveLength(brought.filter(own).length);
      expect(notes.filter(({ matterId, isTaken }) => matterId && !isTaken)).toHaveLength(1);
      // Of what the other brings for tomorrow, nothing.
      const seen = await see(who, ({ db }) => db.matter.count({ where: { talkId: null } }));
      expect(seen).toBe(1);
    });
  });

  test.each(['mika', 'noor'] as const)('keeps for %s how they were, and nothing of the other', async (who) => {
    const own = checkIns.filter(({ by }) => by === who);
    expect(own.length).toBeGreaterThan(40);
    const { kept, weeks } = await see(who, async (scope) => ({
      kept: await listCheckIns(scope),
      weeks: await getWeeks(scope),
    }));
    const said = ({ feelings, line }: { feelings: string[]; line?: string | null }) => [feelings, line ?? null];
    expect(kept.checkIns.map(said)).toEqual(own.slice(-30).reverse().map(said));
    expect(kept.next).not.toBeNull();
    expect(weeks.earlierTo).not.toBeNull();
    expect(weeks.weeks.filter((week) => week.checkIns.length > 0).length).toBeGreaterThan(10);
    const lately = findLately(weeks.weeks, true);
    expect(findFeeling(lately?.feeling ?? '')?.en).toBe(who === 'noor' ? 'stretched thin' : 'at ease');
    expect(lately?.isOften).toBe(true);
  });

  describe('of thanks', () => {
    test('has those of both, as they were given and answered', async () => {
      const all = thanked.thanks.length + givenLoved.length;
      expect(await count('thanks', 'given_at is not null')).toBe(all);
      const answers = [...thanked.thanks, ...givenLoved.map(({ given }) => given)].filter(
        (one) => one?.reply && 'answer' in one.reply,
      );
      expect(await count('thanks', 'sealed_answer is not null')).toBe(answers.length);
      const { thanks, next } = await see('noor', listGiven);
      expect(thanks).toHaveLength(20);
      expect(next).not.toBeNull();
      expect(thanks[0]).toMatchObject({ by: 'me', words: { did: thanked.thanks.at(-1)?.did }, isReceived: false });
    });

    test('gave those that had a time, at that time', async () => {
      const at = thanked.thanks.flatMap(({ gives }) => (gives ? `${addDays(today(), gives.day)} ${gives.time}` : []));
      expect(at.length).toBeGreaterThan(2);
      const { rows } = await owner.query<{ at: string }>(
        `select to_char(given_at at time zone $1, 'YYYY-MM-DD HH24:MI') as at from thanks where given_at is not null`,
        [demoTimeZone],
      );
      expect(rows.map((row) => row.at)).toEqual(expect.arrayContaining(at));
    });

    test('shows each what waits for them, and what is theirs alone', async () => {
      for (const who of ['mika', 'noor'] as const) {
        const found = await see(who, async (scope) => ({
          fresh: await findNewThanks(scope),
          kept: await listKept(scope),
          toShow: await listToShow(scope),
          loved: await listFondness(scope),
        }));
        const mine = <T extends { by: Who }>(all: readonly T[]) => all.filter(({ by }) => by === who);
        expect(found.kept).toHaveLength(mine(thanked.kept).length);
        expect(found.toShow).toHaveLength(mine(thanked.thanks).filter(({ way, shown }) => way && !shown).length);
        expect(found.loved).toHaveLength(mine(thanked.loved).filter(({ given }) => !given).length);
        expect(found.fresh?.words?.did).toBe(who === 'mika' ? thanked.thanks.at(-1)?.did : undefined);
      }
    });
  });

  test.each(['mika', 'noor'] as const)('keeps for %s a journal, and what was shared with them', async (who) => {
    const own = journal.entries.filter(({ by }) => by === who);
    const { listed, shared, unopened } = await see(who, async (scope) => ({
      listed: await listEntries(scope),
      shared: await listSharings(scope),
      unopened: await listUnopened(scope),
    }));
    expect(listed.entries.map(({ form }) => form)).toEqual(own.map(({ form }) => form).reverse());
    expect(new Set(own.map(({ form }) => form)).size).toBe(4);
    expect(shared.waiting).toEqual([]);
    expect(shared.delivered).toHaveLength(journal.sharings.length);
    expect(shared.delivered.flatMap(({ answers }) => answers)).toHaveLength(
      journal.sharings.flatMap(({ answers }) => answers).length,
    );
    expect(unopened).toHaveLength(journal.sharings.filter(({ by, opens }) => by !== who && !opens).length);
  });

  test('says how to sign in', () => {
    expect(said).toContain(demoEmails.mika);
    expect(said).toContain(demoEmails.noor);
    expect(said).toContain(demoPassword);
  });

  test('is not filled a second time', async () => {
    const before = await count('prompt');
    await expect(fillDemo(api)).rejects.toThrow(StartError);
    await expect(fillDemo(api)).rejects.toThrow('empty database');
    expect(await count('prompt')).toBe(before);
  });
});
