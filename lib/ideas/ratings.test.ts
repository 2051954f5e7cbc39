import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PUT as writeCard } from '#app/api/card/route';
import { PUT as showCard } from '#app/api/card/showing/route';
import { PATCH as changeCouple } from '#app/api/couple/route';
import { PUT as rate, DELETE as unrate } from '#app/api/ideas/[ideaId]/rating/route';
import { GET as list } from '#app/api/ideas/route';
import { PUT as propose } from '#app/api/plans/[id]/proposal/route';
import { PUT as ratePlan } from '#app/api/plans/[id]/rating/route';
import { PUT as reveal } from '#app/api/plans/[id]/reveal/route';
import { PUT as writePlan } from '#app/api/plans/[id]/route';
import { PUT as sealPlan } from '#app/api/plans/[id]/seal/route';
import { PUT as tease } from '#app/api/plans/[id]/teaser/route';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { ideas, ideaWords } from '#lib/ideas/library';
import { listDrawn } from '#lib/ideas/queries';
import type { Reason } from '#lib/ideas/rules';
import type { IdeaView, RatingView } from '#lib/ideas/view';
import { as, createCouple, createPerson, leave, type Person } from '#lib/testing/people';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());
const goTo = (day: number, time = '12:00') => moveClock(new Date(`2026-11-${day}T${time}:00Z`));
beforeEach(() => goTo(23));
afterEach(() => moveClock());

type Offered = IdeaView & { reasons: Reason[]; rating: RatingView | null; isUsed: boolean };

const ideaId = ideas.find(({ children }) => !children)?.id ?? '';
const codeOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.error as { code?: string } | undefined)?.code;
const see = async (person: Person) => (await call(person, list, 'GET')).body.ideas as Offered[];
const find = async (person: Person, id = ideaId) => (await see(person)).find((idea) => idea.id === id);
const say = (person: Person, novelty: string, pull: string, id = ideaId) =>
  call(person, rate, 'PUT', { params: { ideaId: id }, body: { novelty, pull } });
const isDrawn = async (person: Person) => Boolean((await find(person))?.reasons.some(({ kind }) => kind === 'drawn'));

describe('ideas', () => {
  test('come with all that a page says of them, in the language of who reads', async () => {
    const [one, two] = await createCouple({}, { locale: 'es' });
    const [mine, theirs] = [await see(one), await find(two)];
    const idea = ideas.find(({ id }) => id === ideaId);
    if (!idea) throw new Error('no ideas');
    const { area, tastes, cost, time, energy, place, uses, fits = [] } = idea;
    const same = { id: ideaId, area, tastes, cost, time, energy, place, uses, fits };
    const own = { reasons: [], rating: null, isUsed: false };
    expect(mine.find(({ id }) => id === ideaId)).toEqual({ ...same, ...ideaWords(idea, 'en'), ...own });
    expect(theirs).toEqual({ ...same, ...ideaWords(idea, 'es'), ...own });
    expect(mine).toHaveLength(ideas.filter(({ children }) => !children).length);
    await call(one, changeCouple, 'PATCH', { body: { circumstances: ['children'] } });
    expect(await see(one)).toHaveLength(ideas.length);
  });

  test('are there for one alone', async () => {
    const alone = await createPerson();
    expect((await see(alone)).length).toBeGreaterThanOrEqual(200);
    expect((await say(alone, 'new', 'yes')).status).toBe(204);
    expect(await find(alone)).toMatchObject({ rating: { novelty: 'new', pull: 'yes' }, reasons: [] });
  });

  test('are ranked by the partner’s card, with why, once it is shown, and never by my own', async () => {
    const [one, two] = await createCouple();
    const body = { likes: ['massage'], noes: ['cooking'], words: {}, energy: 'low', budget: 'nothing' };
    await call(two, writeCard, 'PUT', { body });
    const before = await see(one);
    expect(before.flatMap(({ reasons }) => reasons)).toEqual([]);
    expect(before.some(({ tastes }) => tastes.includes('cooking'))).toBe(true);
    await call(two, showCard, 'PUT', { body: { shown: true } });
    const shown = await see(one);
    expect(shown[0]?.reasons).toContainEqual({ kind: 'likes', taste: 'massage' });
    expect(shown.some(({ tastes }) => tastes.includes('cooking'))).toBe(false);
    // Its owner is not told what they like.
    expect((await see(two)).flatMap(({ reasons }) => reasons)).toEqual([]);
    await call(two, showCard, 'PUT', { body: { shown: false } });
    expect(await see(one)).toEqual(before);
  });

  test('are used once they are in a plan for both: what either keeps alone says nothing', async () => {
    const [one, two] = await createCouple();
    const id = randomUUID();
    const done = async (handler: Parameters<typeof call>[1], body?: unknown) =>
      expect((await call(one, handler, 'PUT', { params: { id }, body })).status).toBe(200);
    const before = [await see(one), await see(two)];
    await done(writePlan, { kind: 'surprise', title: 'Sealed', ideaId });
    expect([await see(one), await see(two)]).toEqual(before);
    await done(sealPlan, {});
    await done(tease, { when: { day: '2026-12-24' } });
    expect([await see(one), await see(two)]).toEqual(before);
    await done(reveal);
    expect([(await find(one))?.isUsed, (await find(two))?.isUsed]).toEqual([true, true]);
  });
});

describe('a rating', () => {
  test('is mine alone, changes, goes, and makes no event', async () => {
    const [one, two] = await createCouple();
    for (const _ of [1, 2]) expect((await say(one, 'partly', 'maybe')).status).toBe(204);
    expect((await find(one))?.rating).toEqual({ novelty: 'partly', pull: 'maybe' });
    expect(await find(two)).toMatchObject({ rating: null, reasons: [] });
    await Promise.all([say(one, 'new', 'yes'), say(one, 'new', 'yes'), say(one, 'new', 'yes')]);
    expect((await find(one))?.rating).toEqual({ novelty: 'new', pull: 'yes' });
    const drop = (person: Person) => call(person, unrate, 'DELETE', { params: { ideaId } });
    expect((await drop(two)).status).toBe(204);
    expect((await find(one))?.rating).not.toBeNull();
    for (const _ of [1, 2]) expect((await drop(one)).status).toBe(204);
    expect((await find(one))?.rating).toBeNull();
    expect((await owner.query('SELECT 1 FROM event WHERE couple_id = $1', [one.coupleId])).rows).toEqual([]);
  });

  test('of an idea that there is not is refused', async () => {
    const [one] = await createCouple();
    expect(codeOf(await say(one, 'new', 'yes', 'no-such-idea'))).toBe('not_found');
    expect(codeOf(await say(one, 'new', 'yes', 'x'.repeat(500)))).toBe('not_found');
    expect((await call(one, unrate, 'DELETE', { params: { ideaId: 'no-such-idea' } })).status).toBe(204);
  });

  test.each([{ novelty: 'old', pull: 'yes' }, { novelty: 'new', pull: 2 }, { novelty: 'new' }])(
    '%j is refused',
    async (body) => {
      const [one] = await createCouple();
      expect((await call(one, rate, 'PUT', { params: { ideaId }, body })).status).toBe(422);
    },
  );
});

describe('where both are drawn', () => {
  const words = ['known', 'partly', 'new'] as const;
  const pulls = ['no', 'maybe', 'yes'] as const;
  const pairs = words.flatMap((novelty) => pulls.map((pull) => [novelty, pull] as const));
  const isHigh = ([novelty, pull]: readonly [string, string]) => pull === 'yes' && novelty !== 'known';

  test('and to both it is at least partly new, and only there, it comes up, the same for both', async () => {
    const [one, two] = await createCouple();
    const drawn = async (person: Person) => (await as(person, listDrawn)).ideas.has(ideaId);
    for (const mine of pairs) {
      for (const theirs of pairs) {
        goTo(23);
        await say(one, ...mine);
        await say(two, ...theirs);
        goTo(24);
        const expected = isHigh(mine) && isHigh(theirs);
        expect([await drawn(one), await drawn(two)], `${mine} and ${theirs}`).toEqual([expected, expected]);
      }
    }
    await say(one, 'new', 'yes');
    goTo(25);
    expect([(await see(one))[0]?.id, (await see(two))[0]?.id]).toEqual([ideaId, ideaId]);
    await call(two, unrate, 'DELETE', { params: { ideaId } });
    expect([await isDrawn(one), await isDrawn(two)]).toEqual([false, false]);
  });

  test('one alone learns nothing, whatever they say', async () => {
    const [one, two] = await createCouple();
    await say(two, 'new', 'yes');
    const before = (await find(one))?.reasons;
    await say(one, 'known', 'yes');
    goTo(24);
    expect([before, (await find(one))?.reasons]).toEqual([[], []]);
  });

  test('whoever rates everything to see what comes up learns nothing the same day, and by the next the other sees it too', async () => {
    const [one, two] = await createCouple();
    goTo(20);
    await say(two, 'new', 'yes');
    goTo(23);
    const [before, ofOther] = [await see(one), await see(two)];
    for (const { id } of before) await say(one, 'new', 'yes', id);
    goTo(23, '22:59');
    const unrated = (await see(one)).map((idea) => ({ ...idea, rating: null }));
    expect([unrated, await see(two)]).toEqual([before, ofOther]);
    for (const { id } of before) await call(one, unrate, 'DELETE', { params: { ideaId: id } });
    goTo(24);
    expect([await isDrawn(one), await isDrawn(two)]).toEqual([false, false]);
    await say(one, 'new', 'yes');
    expect([await isDrawn(one), await isDrawn(two)]).toEqual([false, false]);
    goTo(25);
    expect([await isDrawn(one), await isDrawn(two)]).toEqual([true, true]);
  }, 30_000);

  test('counts from the day after the later of both, by the couple’s clock; said again as it stands, it is not said anew', async () => {
    const [one, two] = await createCouple({ timeZone: 'Europe/Madrid' }, { timeZone: 'Asia/Tokyo' });
    const both = async () => [await isDrawn(one), await isDrawn(two)];
    goTo(21);
    await say(one, 'new', 'yes');
    // Half past midnight in Madrid.
    goTo(23, '23:30');
    await say(two, 'partly', 'yes');
    goTo(24, '22:59');
    expect(await both()).toEqual([false, false]);
    goTo(24, '23:01');
    expect(await both()).toEqual([true, true]);
    await say(two, 'partly', 'yes');
    expect(await both()).toEqual([true, true]);
    await say(one, 'partly', 'yes');
    expect(await both()).toEqual([false, false]);
    goTo(25, '23:01');
    expect(await both()).toEqual([true, true]);
    await say(one, 'partly', 'maybe');
    expect(await both()).toEqual([false, false]);
  });

  test('when it was said, nobody but the database says', async () => {
    const [one] = await createCouple();
    const ratedOn = async () =>
      (await owner.query('SELECT rated_at FROM rating WHERE user_id = $1', [one.userId])).rows.map(({ rated_at }) =>
        rated_at.toISOString().slice(0, 10),
      );
    await say(one, 'new', 'yes');
    goTo(24);
    await say(one, 'new', 'yes');
    expect(await ratedOn()).toEqual(['2026-11-23']);
    await say(one, 'new', 'maybe');
    expect(await ratedOn()).toEqual(['2026-11-24']);
    const app = new pg.Client(env.APP_DATABASE_URL);
    await app.connect();
    for (const sql of [
      `UPDATE rating SET rated_at = '2026-01-01'`,
      `INSERT INTO rating (id, user_id, idea_id, novelty, pull, rated_at) VALUES (gen_random_uuid(), app.user_id(), 'x', 2, 2, '2026-01-01')`,
    ]) {
      await app.query('BEGIN');
      await app.query('SELECT * FROM app.enter($1)', [one.sessionId]);
      await expect(app.query(sql), sql).rejects.toMatchObject({ code: '42501' });
      await app.query('ROLLBACK');
    }
    await app.end();
    // Not even the owner's hand dates it back.
    await owner.query(`UPDATE rating SET rated_at = '2026-01-01' WHERE user_id = $1`, [one.userId]);
    expect(await ratedOn()).not.toEqual(['2026-01-01']);
  });

  test('what one said alone, before anybody came, counts; with another couple it does not mix', async () => {
    const one = await createPerson();
    await say(one, 'new', 'yes');
    const two = await createPerson({ name: 'Noor' }, one);
    const [stranger] = await createCouple();
    await say(stranger, 'new', 'yes');
    expect([await isDrawn(one), await isDrawn(stranger)]).toEqual([false, false]);
    await say(two, 'partly', 'yes');
    goTo(24);
    expect([await isDrawn(one), await isDrawn(two), await isDrawn(stranger)]).toEqual([true, true, false]);
  });

  test('with somebody before says nothing of us, until it is said anew', async () => {
    const [one, former] = await createCouple();
    await say(one, 'new', 'yes');
    await say(former, 'new', 'yes');
    goTo(24);
    expect(await isDrawn(one)).toBe(true);
    await leave(former);
    const next = await createPerson({ name: 'Ari' }, one);
    await say(next, 'new', 'yes');
    goTo(25);
    expect([await isDrawn(one), await isDrawn(next)]).toEqual([false, false]);
    expect((await find(one))?.rating).toBeNull();
    await say(one, 'new', 'yes');
    goTo(26);
    expect([await isDrawn(one), await isDrawn(next)]).toEqual([true, true]);
  });

  test('plans are as ideas', async () => {
    const [one, two] = await createCouple();
    const id = randomUUID();
    const body = { kind: 'together', title: 'Hills' };
    expect((await call(one, writePlan, 'PUT', { params: { id }, body })).status).toBe(200);
    expect((await call(one, propose, 'PUT', { params: { id } })).status).toBe(200);
    const sayOf = (person: Person) =>
      call(person, ratePlan, 'PUT', { params: { id }, body: { novelty: 'partly', pull: 'yes' } });
    expect((await sayOf(one)).status).toBe(204);
    goTo(24);
    expect((await as(two, listDrawn)).plans).toEqual(new Set());
    await sayOf(two);
    expect((await as(two, listDrawn)).plans).toEqual(new Set());
    goTo(25);
    for (const person of [one, two]) {
      expect(await as(person, listDrawn)).toEqual({ ideas: new Set(), plans: new Set([id]) });
    }
  });
});
