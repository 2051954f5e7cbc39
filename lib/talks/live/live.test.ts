import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeToken, sessionCookieName } from '#lib/auth/identity';
import { createSession } from '#lib/auth/sessions';
import { moveClock, now } from '#lib/clock';
import { env } from '#lib/env';
import { watchSockets } from '#lib/testing/accounts';
import { createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';
import {
  act,
  agreeToRitual,
  beginTalk,
  bothSayYes,
  bring,
  bringNew,
  give,
  heldTalk,
  listCommitments,
  moveTalk,
  offer,
  proposeRitual,
  seeLent,
  seeLive,
  seeNote,
  seeSchedule,
  seeTalk,
  talkAt,
  unbring,
  writeNote,
} from '#lib/testing/talks';
import { asSystem } from '#lib/transaction';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const start = new Date('2026-11-22T19:30:00.000Z');
let one: Person;
let two: Person;
beforeEach(async () => {
  moveClock(start);
  [one, two] = await createCouple();
});
afterEach(() => moveClock());

function pass(minutes: number): void {
  moveClock(new Date(now().getTime() + minutes * 60_000));
}

/** Another device of somebody. */
async function otherDevice(person: Person): Promise<Person> {
  const { sessionId } = await asSystem((db) => createSession(db, person.userId, 'other'));
  const cookie = `${sessionCookieName()}=${await makeToken({ userId: person.userId, sessionId })}`;
  return { ...person, sessionId, cookie };
}

describe('beginning', () => {
  test('both arrive, and see the same from two sides', async () => {
    const id = randomUUID();
    expect(await beginTalk(one, { id, form: 'full' })).toMatchObject({ status: 200, body: { id, phase: 'gather' } });
    expect((await seeLive(two, id)).body).toMatchObject({
      step: 'arrive',
      marks: { me: false, partner: false },
      mine: ['yes', 'move', 'stop', 'phones'],
    });
    const { begunAt, stepEndsAt } = (await seeLive(two, id)).body;
    expect(stepEndsAt - begunAt).toBe(3 * 60_000);
    expect(await listNames(two)).toEqual(['talk.begun']);
    await act(two, id, { name: 'yes' });
    expect((await seeLive(one, id)).body.marks).toEqual({ me: false, partner: true });
    expect((await seeLive(two, id)).body).toMatchObject({ marks: { me: true, partner: false } });
    expect((await act(one, id, { name: 'yes' })).step).toBe('thanks');
  });

  test('twice is once', async () => {
    const id = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => beginTalk(one, { id })));
    expect(sent.map(({ status, body }) => [status, body.id])).toEqual([1, 2, 3].map(() => [200, id]));
    expect(await listNames(two)).toEqual(['talk.begun']);
  });

  test('of two who begin at the same moment one does, and the other is shown that one', async () => {
    const [first, second] = await Promise.all([beginTalk(one), beginTalk(two)]);
    const [done, refused] = first.status === 200 ? [first, second] : [second, first];
    expect(done.status).toBe(200);
    expect(refused).toMatchObject({ status: 409, code: 'talk_under_way', present: { id: done.body.id } });
  });

  test('is not for one alone, nor for nobody, nor with what is no form', async () => {
    expect(await beginTalk(await createPerson())).toMatchObject({ status: 409, code: 'alone' });
    expect((await beginTalk(null)).status).toBe(401);
    expect((await beginTalk(one, { form: 'endless' })).status).toBe(422);
    expect((await beginTalk(one, { phones: 3 })).status).toBe(422);
  });

  test('each has the first word every other time', async () => {
    const holders: (string | null)[] = [];
    for (let i = 0; i < 2; i++) {
      const id = await talkAt(one, two, 'thanks');
      holders.push((await seeLive(one, id)).body.holder);
      await act(one, id, { name: 'stop' });
      await act(two, id, { name: 'stop' });
    }
    expect(new Set(holders)).toEqual(new Set(['me', 'partner']));
  });
});

describe('a command', () => {
  test('for a moment that has passed is refused with how things stand', async () => {
    const id = await talkAt(one, two, 'thanks');
    const { moment, holder } = (await seeLive(one, id)).body;
    const speaker = holder === 'me' ? one : two;
    expect((await give(speaker, id, moment, { name: 'pass' })).status).toBe(200);
    const late = await give(speaker, id, moment, { name: 'pass' });
    expect(late).toMatchObject({ status: 409, code: 'talk_changed', present: { id, moment: moment + 1 } });
  });

  test('that is not mine to give now is refused, and changes nothing', async () => {
    const id = await talkAt(one, two, 'thanks');
    const { moment, holder, version } = (await seeLive(one, id)).body;
    const listener = holder === 'me' ? two : one;
    for (const name of ['pass', 'said', 'heard', 'yes', 'nextQuestion'] as const)
      expect((await give(listener, id, moment, { name })).status).toBe(409);
    expect((await seeLive(one, id)).body.version).toBe(version);
  });

  test('of both at the same moment: two yeses both count', async () => {
    const id = (await beginTalk(one)).body.id;
    const { moment } = (await seeLive(one, id)).body;
    const sent = await Promise.all([one, two].map((person) => give(person, id, moment, { name: 'yes' })));
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect((await seeLive(one, id)).body.step).toBe('thanks');
  });

  test('of both at the same moment: of two that exclude each other one counts', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await talkAt(one, two, 'matter');
      const { moment } = (await seeLive(one, id)).body;
      const sent = await Promise.all(
        [one, two].map((person) => give(person, id, moment, { name: 'choose', matterId: null })),
      );
      expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
      const done = sent[0]?.status === 200 ? one : two;
      expect((await seeLive(done, id)).body).toMatchObject({ phase: 'speaking', holder: 'me' });
      await act(one, id, { name: 'stop' });
      await act(two, id, { name: 'stop' });
    }
  });

  test('of two devices of one person counts once', async () => {
    const id = (await beginTalk(one)).body.id;
    const tablet = await otherDevice(one);
    const { moment } = (await seeLive(tablet, id)).body;
    const sent = await Promise.all([one, tablet].map((device) => give(device, id, moment, { name: 'yes' })));
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect((await seeLive(two, id)).body).toMatchObject({ step: 'arrive', marks: { me: false, partner: true } });
  });

  test.each<[string, (id: string) => Promise<{ status: number }>, number]>([
    ['of nobody', (id) => give(null, id, 1, { name: 'yes' }), 401],
    ['of somebody else', async (id) => give(await createPerson(), id, 1, { name: 'yes' }), 404],
    ['for a talk that is none', () => give(one, randomUUID(), 1, { name: 'yes' }), 404],
    ['that is none', (id) => give(one, id, 1, { name: 'dance' } as never), 422],
    ['without a moment', (id) => give(one, id, 'now' as never, { name: 'yes' }), 422],
    ['for a break of a minute', (id) => give(one, id, 1, { name: 'pause', minutes: 1 }), 422],
    ['for the partner, on two phones', (id) => give(one, id, 1, { name: 'yes' }, 'partner'), 409],
    ['for a time that has passed', (id) => give(one, id, 1, { name: 'move', to: start.getTime() - 1 }), 409],
    [
      'for a time after tomorrow',
      (id) => give(one, id, 1, { name: 'move', to: start.getTime() + 25 * 3_600_000 }),
      409,
    ],
  ])('%s is refused', async (_, send, status) => {
    const { id } = (await beginTalk(one)).body;
    expect((await send(id)).status).toBe(status);
    expect((await seeLive(one, id)).body.version).toBe(1);
  });

  test('of a former partner finds nothing', async () => {
    const id = await heldTalk(one, two);
    await leave(two);
    const three = await createPerson({ name: 'Three' }, one);
    expect((await seeLive(three, id)).status).toBe(404);
    expect((await give(three, id, 1, { name: 'yes' })).status).toBe(404);
    expect((await seeLive(two, id)).status).toBe(401);
  });
});

test('nobody is told who did something: neither by the socket nor by what is kept', async () => {
  const seen = watchSockets();
  const id = await talkAt(one, two, 'matter');
  await act(one, id, { name: 'pause', minutes: 20 });
  await bothSayYes(one, two, id);
  await act(two, id, { name: 'stop' });
  await act(one, id, { name: 'stop' });
  const changes = seen.events.filter(({ name }) => name === 'talk.changed' || name === 'talk.ended');
  expect(changes.length).toBeGreaterThan(6);
  expect(new Set(changes.map(({ actorId }) => actorId))).toEqual(new Set([null]));
  const { rows } = await owner.query(
    `SELECT DISTINCT actor_id FROM event WHERE subject_id = $1 AND name IN ('talk.changed', 'talk.ended')`,
    [id],
  );
  expect(rows).toEqual([{ actor_id: null }]);
  const kept = await owner.query('SELECT state FROM talk WHERE id = $1', [id]);
  expect(JSON.stringify(kept.rows)).not.toContain(one.userId);
});

describe('arriving', () => {
  test('not able to listen: it is moved within a day, without a trace of who', async () => {
    const note = (await writeNote(one)).body.id;
    await bring(one, note);
    const { id } = (await beginTalk(one)).body;
    // Whoever begins alone learns nothing of what the other brings.
    expect((await seeLive(two, id)).body.matters).toEqual([]);
    const to = start.getTime() + 20 * 3_600_000;
    expect((await give(two, id, 1, { name: 'move', to })).status).toBe(204);
    for (const person of [one, two]) expect((await seeLive(person, id)).status).toBe(404);
    const { next, underWay } = (await seeSchedule(one)).body;
    expect(underWay).toBeNull();
    expect(next).toMatchObject({ id, startsAt: new Date(to).toISOString(), isMoved: true });
    expect((await seeNote(one, note)).body).toMatchObject({ matterId: expect.any(String), talkId: null });
    const again = (await beginTalk(two)).body.id;
    expect((await bothSayYes(one, two, again)).matters.map(({ title }) => title)).toEqual(['Mornings']);
  });

  test('stopped before anything was said, it never was', async () => {
    const { id } = (await beginTalk(one)).body;
    expect((await seeLive(one, id)).body.mine).toContain('stop');
    // By either: nobody has to wait for the other to come.
    await act(two, id, { name: 'stop' });
    expect((await seeLive(one, id)).status).toBe(404);
    expect((await seeSchedule(one)).body).toMatchObject({ underWay: null, next: null });
  });
});

test('moved, begun and stopped on arriving, it is to come as it was moved', async () => {
  await proposeRitual(one);
  await agreeToRitual(two);
  await moveTalk(one, '2026-11-29', { day: '2026-11-30', time: '19:00' });
  moveClock(new Date('2026-11-30T18:00:00Z'));
  const { next: before } = (await seeSchedule(one)).body;
  const { id } = (await beginTalk(one, { day: '2026-11-29', form: 'full' })).body;
  expect((await seeSchedule(one)).body.next?.day).toBe('2026-12-06');
  const offered = (await offer(one, { talkId: id })).body.id;
  await act(one, id, { name: 'stop' });
  expect((await seeSchedule(one)).body.next).toEqual({ ...before, id });
  expect((await listCommitments(two)).body.commitments).toMatchObject([{ id: offered, state: 'offered' }]);
});

test('one outside the ritual takes no day of the ritual’s, and none is moved behind the one after it', async () => {
  const { id } = (await beginTalk(one)).body;
  await proposeRitual(one);
  await agreeToRitual(two);
  // The ritual's own is at 20:30 that evening.
  moveClock(new Date('2026-11-29T10:00:00Z'));
  const late = await give(two, id, 1, { name: 'move', to: now().getTime() + 23 * 3_600_000 });
  expect(late).toMatchObject({ status: 422 });
  expect((await give(two, id, 1, { name: 'move', to: now().getTime() + 3_600_000 })).status).toBe(204);
  moveClock(new Date('2026-11-29T11:00:00Z'));
  const { next } = (await seeSchedule(one)).body;
  expect(next).toMatchObject({ id, day: '2026-11-29' });
  await beginTalk(one, { day: next?.day });
  expect((await seeSchedule(one)).body.next).toMatchObject({ id: null, day: '2026-11-29' });
});

test('what is brought at the moment in which a talk opens is in it', async () => {
  for (let round = 0; round < 6; round++) {
    const [mika, noor] = await createCouple();
    const { id } = (await beginTalk(mika)).body;
    await act(mika, id, { name: 'yes' });
    const note = (await writeNote(noor)).body.id;
    await Promise.all([act(noor, id, { name: 'yes' }), bring(noor, note)]);
    expect((await seeLive(mika, id)).body.matters).toHaveLength(1);
  }
});

describe('what was brought', () => {
  test('shows its title once the talk begins, and hides again when it was not taken up', async () => {
    const { matterId: taken } = await bringNew(one, { title: 'Mornings', text: 'Ask for Tuesdays' });
    const { id: left } = await bringNew(two, { title: 'The garden' });
    const { id: kept } = (await writeNote(two, { title: 'Not tonight' })).body;
    const id = await talkAt(one, two, 'matter');
    const titles = (await seeLive(two, id)).body.matters.map(({ title }) => title);
    expect(titles.sort()).toEqual(['Mornings', 'The garden']);
    expect(JSON.stringify((await seeLive(two, id)).body)).not.toContain('Tuesdays');
    expect((await act(two, id, { name: 'choose', matterId: taken })).holder).toBe('partner');
    expect((await seeLive(one, id)).body).toMatchObject({ holder: 'me', matterId: taken });
    await bring(two, kept);
    expect((await seeLive(one, id)).body.matters).toHaveLength(3);
    await act(one, id, { name: 'stop' });
    await act(two, id, { name: 'stop' });
    expect((await seeTalk(two, id)).body.matters).toMatchObject([{ id: taken, title: 'Mornings', by: 'partner' }]);
    expect((await seeNote(two, left)).body).toMatchObject({
      matterId: expect.any(String),
      talkId: null,
      isTaken: false,
    });
    expect((await seeLive(one, id)).body.matters.map(({ id: matter }) => matter)).toEqual([taken]);
  });

  test('is not shown in an evening of questions', async () => {
    const { id: note } = (await writeNote(one)).body;
    await bring(one, note);
    const id = await talkAt(one, two, 'light', { form: 'evening' });
    expect((await seeLive(two, id)).body).toMatchObject({ matters: [], question: { n: 1 } });
  });

  test('cannot be taken up by an id from elsewhere', async () => {
    const { id: note, matterId: elsewhere } = await bringNew(two);
    const id = await talkAt(one, two, 'matter');
    await unbring(two, note);
    const { moment } = (await seeLive(one, id)).body;
    for (const matterId of [note, elsewhere, randomUUID()])
      expect((await give(one, id, moment, { name: 'choose', matterId })).status).toBe(409);
  });
});

describe('on one phone', () => {
  test('its host says yes for both, and gives the partner’s word when it is theirs', async () => {
    const { id } = (await beginTalk(one, { phones: 1 })).body;
    expect((await seeLive(two, id)).body).toMatchObject({ phones: 1, isHost: false, forPartner: [] });
    const thanks = await act(one, id, { name: 'yes' });
    expect(thanks.step).toBe('thanks');
    await act(one, id, { name: 'pass' }, thanks.holder === 'partner' ? 'partner' : undefined);
    const second = await act(one, id, { name: 'pass' }, thanks.holder === 'partner' ? undefined : 'partner');
    expect(second.phase).toBe('between');
  });

  test('the other’s own phone counts for the other alone, and nobody gives for the host', async () => {
    const { id } = (await beginTalk(one, { phones: 1 })).body;
    expect((await act(two, id, { name: 'yes' })).marks).toEqual({ me: true, partner: false });
    expect((await give(two, id, 1, { name: 'yes' }, 'partner')).status).toBe(409);
    await act(two, id, { name: 'phones', phones: 2 });
    expect((await give(one, id, 1, { name: 'yes' }, 'partner')).status).toBe(409);
  });

  test('of the other only what was lent for it shows, and opens for the host while they talk', async () => {
    const { matterId: note } = await bringNew(
      two,
      { title: 'Lent', text: 'Say it without keeping score' },
      { lend: true },
    );
    const { matterId: own } = await bringNew(two, { title: 'Not lent', text: 'Mine' });
    const { id } = (await beginTalk(one, { phones: 1 })).body;
    expect((await seeLent(one, id, note)).status).toBe(404);
    await act(two, id, { name: 'yes' });
    const { matters } = await act(one, id, { name: 'yes' });
    expect(matters.map(({ title }) => title)).toEqual(['Lent']);
    expect((await seeLent(one, id, note)).body).toEqual({ text: 'Say it without keeping score' });
    expect((await seeLent(one, id, own)).status).toBe(404);
    expect((await seeLent(two, id, note)).status).toBe(404);
    expect((await seeLent(await createPerson(), id, note)).status).toBe(404);
    await act(two, id, { name: 'phones', phones: 2 });
    expect((await seeLive(one, id)).body.matters.map(({ title }) => title).sort()).toEqual(['Lent', 'Not lent']);
    expect((await seeLent(one, id, note)).status).toBe(404);
    // Not by one alone again, and not by the other's being the one who hosts.
    await act(one, id, { name: 'phones', phones: 1 });
    expect((await seeLent(one, id, note)).status).toBe(404);
    await act(two, id, { name: 'phones', phones: 1 });
    expect((await seeLent(one, id, note)).status).toBe(200);
    await act(one, id, { name: 'stop' });
    expect((await seeLent(one, id, note)).status).toBe(404);
  });
});

test('a break lasts as long as it takes, and what was left is left', async () => {
  const id = await talkAt(one, two, 'matter');
  await act(one, id, { name: 'choose', matterId: null });
  pass(1);
  const before = (await seeLive(one, id)).body;
  // By the clock that stands still in a break; the test's own goes on a little in between.
  const left = (view: typeof before) => [view.stepEndsAt - view.now, (view.phaseEndsAt ?? 0) - view.now];
  await act(two, id, { name: 'pause', minutes: 20 });
  pass(700);
  expect((await seeSchedule(one)).body.underWay).toMatchObject({ id, isPaused: true });
  expect((await seeLive(one, id)).body.mine).toEqual(['yes', 'stop', 'phones']);
  await bothSayYes(one, two, id);
  const after = (await seeLive(two, id)).body;
  for (const [index, ms] of left(after).entries()) {
    expect(ms).toBeLessThanOrEqual(left(before)[index] ?? 0);
    expect(ms).toBeGreaterThan((left(before)[index] ?? 0) - 20_000);
  }
  expect(after).toMatchObject({ phase: 'speaking', holder: 'partner', pause: null });
});

test('left alone for two hours, either may end it', async () => {
  const id = await talkAt(one, two, 'matter');
  expect((await act(one, id, { name: 'stop' })).phase).toBe('choose');
  await act(one, id, { name: 'unstop' });
  pass(121);
  expect((await act(one, id, { name: 'stop' })).phase).toBe('ended');
  expect((await seeTalk(two, id)).body).toMatchObject({ id, endedAt: expect.any(String) });
  expect((await listNames(two)).at(-1)).toBe('talk.ended');
});

test('an evening: the reader alternates, both go on together, and deep is only where both are ready', async () => {
  const id = await talkAt(one, two, 'light', { form: 'evening' });
  const first = (await seeLive(one, id)).body;
  const second = await act(one, id, { name: 'nextQuestion' });
  expect(second.question).toMatchObject({ n: 2 });
  expect(second.question?.id).not.toBe(first.question?.id);
  expect(second.holder).not.toBe(first.holder);
  await bothSayYes(one, two, id);
  expect((await seeLive(one, id)).body).toMatchObject({ step: 'warm', phase: 'question' });
  const heard = (await listNames(two)).length;
  const asked = await bothSayYes(one, two, id);
  expect(asked).toMatchObject({ step: 'deep', phase: 'consent', question: null });
  expect(await listNames(two)).toHaveLength(heard + 2);
  // Whether one is ready the other does not learn before both are: not by the view, its version, or an event.
  const told = await listNames(two);
  const before = (await seeLive(two, id)).body;
  expect((await act(one, id, { name: 'yes' })).marks).toEqual({ me: true, partner: false });
  const { now: _, ...after } = (await seeLive(two, id)).body;
  expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([key]) => key !== 'now')));
  expect(await listNames(two)).toEqual(told);
  expect(await act(two, id, { name: 'notDeep' })).toMatchObject({ step: 'close', phase: 'open' });
  await bothSayYes(one, two, id);
  expect((await seeTalk(one, id)).body.questions.map(({ id: question }) => question)).toHaveLength(3);
});
