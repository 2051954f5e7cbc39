import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { holdSockets } from '#lib/events/publish';
import { deliverSharings } from '#lib/jobs/tasks/deliver-sharings';
import { startWorker } from '#lib/jobs/worker';
import { listUnopened } from '#lib/sharings/queries';
import { watchSockets } from '#lib/testing/accounts';
import { answerSharing, openSharing, seeSharing, seeSharings, share, takeBack, writeEntry } from '#lib/testing/journal';
import { as, createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';

const owner = new pg.Client(env.DATABASE_URL);
const app = new pg.Client(env.APP_DATABASE_URL);
beforeAll(() => Promise.all([owner.connect(), app.connect()]));
afterAll(() => Promise.all([owner.end(), app.end()]));

let one: Person;
let two: Person;
beforeEach(async () => {
  // The job delivers everybody's.
  await owner.query('DELETE FROM sharing');
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple();
});
afterEach(() => {
  moveClock();
  holdSockets(undefined);
});

/** At a time of that evening, UTC. */
const at = (time: string) => moveClock(new Date(`2026-11-23T${time}:00Z`));

const words = {
  when: 'the door closed',
  felt: 'left out',
  need: 'a word before you go',
  would: 'say when you are back',
};

/** Shared, and there. */
async function delivered(body: Record<string, unknown> = {}): Promise<string> {
  const { id } = (await share(one, { words, ...body })).body;
  at('18:11');
  await deliverSharings();
  return id;
}

describe('what one shares', () => {
  test('is there after ten minutes, once, and told', async () => {
    const seen = watchSockets();
    const given = await share(one, { words });
    const { id } = given.body;
    expect(given.body).toEqual({
      id,
      by: 'me',
      how: 'alone',
      words,
      deliverAt: expect.stringMatching(/^2026-11-23T18:10:0/),
      deliveredAt: null,
      isOpen: true,
      answers: [],
    });
    at('18:09');
    await deliverSharings();
    expect((await seeSharing(two, id)).status).toBe(404);
    expect((await seeSharings(two)).body).toEqual({ waiting: [], delivered: [] });
    expect(await listNames(two)).toEqual([]);
    at('18:11');
    await Promise.all([deliverSharings(), deliverSharings(), deliverSharings()]);
    await deliverSharings();
    expect(await listNames(two)).toEqual(['sharing.delivered']);
    expect(seen.events).toEqual(
      [
        { seq: 1, name: 'sharing.delivered', actorId: one.userId, subjectId: id },
        { seq: 1, name: 'sharing.delivered', actorId: one.userId, subjectId: id },
      ].slice(0, seen.events.length),
    );
    expect(seen.events.length).toBeGreaterThan(0);
    expect(await as(two, listUnopened)).toEqual([{ id, how: 'alone' }]);
    expect(await as(one, listUnopened)).toEqual([]);
    expect((await seeSharing(one, id)).body).toMatchObject({
      deliverAt: null,
      deliveredAt: expect.stringMatching(/^2026-11-23T18:11:0/),
    });
  });

  test('opens when its receiver opens it, which is nobody’s to know', async () => {
    const id = await delivered({ how: 'together' });
    expect((await seeSharing(two, id)).body).toMatchObject({
      by: 'partner',
      how: 'together',
      words: null,
      isOpen: false,
    });
    const before = JSON.stringify([await seeSharing(one, id), await seeSharings(one), await listNames(one)]);
    for (let i = 0; i < 2; i++) expect((await openSharing(two, id)).body).toMatchObject({ words, isOpen: true });
    expect(await as(two, listUnopened)).toEqual([]);
    expect(JSON.stringify([await seeSharing(one, id), await seeSharings(one), await listNames(one)])).toBe(before);
  });

  test('goes at a time by its author’s own clock', async () => {
    const { body } = await share(one, { at: { day: '2026-11-24', time: '08:00' } });
    expect(body.deliverAt).toBe('2026-11-24T07:00:00.000Z');
    // Sooner than in ten minutes nothing goes.
    expect((await share(one, { at: { day: '2026-11-23', time: '19:03' } })).body.deliverAt).toMatch(
      /^2026-11-23T18:10:0/,
    );
    for (const [day, time] of [
      ['2026-11-23', '18:59'],
      ['2027-11-24', '08:00'],
    ])
      expect((await share(one, { at: { day, time } })).status).toBe(422);
  });

  test('can be taken back until it goes, without a trace, and not after', async () => {
    const { id } = (await share(one)).body;
    expect((await takeBack(two, id)).status).toBe(204);
    expect((await seeSharing(one, id)).status).toBe(200);
    for (let i = 0; i < 2; i++) expect((await takeBack(one, id)).status).toBe(204);
    at('18:30');
    await deliverSharings();
    expect(await listNames(two)).toEqual([]);
    expect((await owner.query('SELECT 1 FROM sharing')).rows).toEqual([]);
    at('18:00');
    const gone = await delivered();
    for (const person of [one, two])
      expect(await takeBack(person, gone)).toMatchObject({ status: 409, code: 'sharing_delivered' });
  });

  test('taken back at the moment that it goes, it does one of both', async () => {
    for (let i = 0; i < 8; i++) {
      at('18:00');
      const { id } = (await share(one)).body;
      at('18:11');
      const [taken] = await Promise.all([takeBack(one, id), deliverSharings()]);
      await deliverSharings();
      expect((await seeSharing(two, id)).status).toBe(taken.status === 204 ? 404 : 200);
      expect([204, 409]).toContain(taken.status);
    }
  });

  test('sent twice, and at once, is one; and another’s id is nobody’s to take', async () => {
    const id = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => share(one, { words }, id)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const person of [two, (await createCouple())[0]]) {
      expect((await share(person, {}, id)).status).toBe(404);
      expect((await seeSharing(person, id)).status).toBe(404);
    }
    expect((await share(null)).status).toBe(401);
    expect(await share(await createPerson())).toMatchObject({ status: 409, code: 'alone' });
  });

  test('said better before it has gone, the better words go; afterwards nothing is rewritten', async () => {
    const id = randomUUID();
    await share(one, { words }, id);
    const better = { felt: 'otherwise' };
    expect((await share(one, { words: better }, id)).body.words).toMatchObject(better);
    at('18:11');
    await deliverSharings();
    expect((await share(one, { words: better }, id)).status).toBe(200);
    expect(await share(one, { words }, id)).toMatchObject({ status: 409, code: 'sharing_delivered' });
    await openSharing(two, id);
    expect((await seeSharing(two, id)).body.words).toMatchObject(better);
  });

  test('comes also after the server was down, as soon as a worker starts', async () => {
    moveClock(new Date(Date.now() - 3_600_000));
    const [mika, noor] = await createCouple();
    const { id } = (await share(mika)).body;
    moveClock();
    const worker = await startWorker();
    await expect.poll(async () => (await seeSharing(noor, id)).status, { timeout: 8_000 }).toBe(200);
    await worker.stop();
    expect(await listNames(noor)).toEqual(['sharing.delivered']);
  });

  test('is neither delivered nor hurried nor changed by SQL', async () => {
    const { id } = (await share(one)).body;
    const kept = await delivered();
    for (const person of [one, two])
      for (const sql of [
        'UPDATE sharing SET delivered_at = now()',
        `UPDATE sharing SET deliver_at = now() - interval '1 day'`,
        `UPDATE sharing SET sealed_words = 'x'`,
        'SELECT * FROM app.deliver_due()',
        `INSERT INTO sharing (id, couple_id, author_id, how, delivered_at) SELECT gen_random_uuid(), couple_id, author_id, how, now() FROM sharing`,
        `INSERT INTO sharing (id, couple_id, author_id, how) VALUES (gen_random_uuid(), '${one.coupleId}', '${(person === one ? two : one).userId}', 'alone')`,
      ]) {
        await app.query('BEGIN');
        await app.query('SELECT * FROM app.enter($1)', [person.sessionId]);
        await expect(app.query(sql), sql).rejects.toMatchObject({ code: '42501' });
        await app.query('ROLLBACK');
      }
    await app.query('BEGIN');
    await app.query('SELECT * FROM app.enter($1, $2)', [one.sessionId, new Date('2026-11-23T18:00:00Z')]);
    expect((await app.query('DELETE FROM sharing WHERE id = $1', [kept])).rowCount).toBe(0);
    await app.query('ROLLBACK');
    expect((await seeSharing(one, id)).status).toBe(200);
  });

  test.each([
    ['without a feeling', { words: { when: 'it rained' } }],
    ['with a line of nobody’s', { words: { felt: 'tired', because: 'of you' } }],
    ['too long', { words: { felt: 'x'.repeat(601) } }],
    ['to be read aloud', { how: 'aloud' }],
    ['at no time', { at: { day: '2026-11-24', time: '25:00' } }],
  ])('%s is refused', async (_, body) => {
    expect((await share(one, body)).status).toBe(422);
  });
});

describe('an answer', () => {
  test('is given in one of three intents by its receiver, once they have read, and told', async () => {
    const id = await delivered();
    expect((await answerSharing(two, id)).status).toBe(404);
    await openSharing(two, id);
    const answerId = randomUUID();
    const sent = await Promise.all(
      [1, 2].map(() => answerSharing(two, id, { intent: 'cared', text: 'Here' }, answerId)),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect((await seeSharing(one, id)).body.answers).toEqual([
      { id: answerId, by: 'partner', intent: 'cared', text: 'Here', at: expect.stringMatching(/^2026-11-23T18:11/) },
    ]);
    expect(await listNames(one)).toEqual(['sharing.delivered', 'sharing.answered']);
  });

  test('is nobody else’s to give', async () => {
    const id = await delivered();
    await openSharing(two, id);
    const [stranger] = await createCouple();
    for (const person of [one, stranger, await createPerson()])
      expect((await answerSharing(person, id)).status).toBe(404);
    expect((await openSharing(stranger, id)).status).toBe(404);
    expect((await answerSharing(null, id)).status).toBe(401);
    for (const body of [{ intent: 'added' }, { text: ' ' }])
      expect((await answerSharing(two, id, body)).status).toBe(422);
    const waits = (await share(one)).body.id;
    expect((await answerSharing(two, waits)).status).toBe(404);
    expect((await openSharing(one, waits)).status).toBe(404);
  });
});

describe('when one leaves', () => {
  test('what waits is deleted, theirs and the other’s; nothing goes to nobody', async () => {
    await share(one);
    await share(two);
    await writeEntry(two);
    await leave(one);
    expect((await seeSharings(two)).body).toEqual({ waiting: [], delivered: [] });
    at('18:30');
    await deliverSharings();
    expect((await listNames(two)).at(-1)).toBe('member.left');
    expect(await share(two)).toMatchObject({ status: 409, code: 'alone' });
  });

  test('what was shared stays with its two readers, without the words of whoever left; and is no later partner’s', async () => {
    const id = await delivered();
    await openSharing(two, id);
    await answerSharing(two, id, { text: 'Of the one who stays' });
    const back = (await share(two, { words: { felt: 'glad' } })).body.id;
    at('18:30');
    await deliverSharings();
    await leave(one);
    expect((await seeSharing(two, id)).body).toMatchObject({
      by: 'gone',
      words: null,
      answers: [{ by: 'me', text: 'Of the one who stays' }],
    });
    expect((await seeSharing(two, back)).body).toMatchObject({ by: 'me', words: { felt: 'glad' } });
    expect((await answerSharing(two, id)).status).toBe(404);
    await owner.query('UPDATE member SET slot = 1 WHERE user_id = $1', [two.userId]);
    const later = await createPerson({ name: 'Ari' }, two);
    expect((await seeSharings(later)).body).toEqual({ waiting: [], delivered: [] });
    expect(await as(two, listUnopened)).toEqual([]);
    await leave(two);
    expect((await owner.query('SELECT 1 FROM sharing')).rows).toEqual([]);
  });

  test('at the moment that something is shared, delivered or answered, all end well', async () => {
    for (let i = 0; i < 6; i++) {
      const [stays, goes] = await createCouple();
      at('18:00');
      const { id } = (await share(goes)).body;
      const open = (await share(stays)).body.id;
      at('18:11');
      await deliverSharings();
      await openSharing(goes, open);
      await openSharing(stays, id);
      await share(stays);
      const [shared, answered, answering] = await Promise.all([
        share(stays),
        answerSharing(stays, id),
        answerSharing(goes, open),
        leave(goes),
        deliverSharings(),
      ]);
      expect([200, 409]).toContain(shared.status);
      expect([200, 404, 409]).toContain(answered.status);
      expect([200, 401, 404, 409]).toContain(answering.status);
      const left = (await seeSharings(stays)).body;
      expect(left.waiting).toEqual([]);
      expect(left.delivered.find((one) => one.id === id)?.words).toBeNull();
      expect(left.delivered.find((one) => one.id === open)?.answers.every(({ text }) => text === null)).toBe(true);
    }
  });
});
