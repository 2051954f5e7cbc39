import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock, now } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { getPrompt, getTodaysPrompt, listRevealed, listWaiting } from '#lib/prompts/queries';
import { as, createPerson, type Person } from '#lib/testing/people';
import { asSystem } from '#lib/transaction';
import { seal } from '#lib/vault';
import { PATCH as changeCouple } from '../couple/route.ts';
import { PUT as answer, DELETE as takeBack } from '../prompts/[id]/answer/route.ts';
import { PUT as draft } from '../prompts/[id]/draft/route.ts';
import { PUT as react, DELETE as unreact } from '../prompts/[id]/reactions/[kind]/route.ts';
import { PUT as ready } from '../prompts/[id]/readiness/route.ts';
import { PUT as respond } from '../prompts/[id]/responses/[responseId]/route.ts';
import { GET as readToday } from '../prompts/today/route.ts';
import { PUT as mute } from '../topics/[topic]/mute/route.ts';
import { POST as confirm } from './[id]/confirm/route.ts';
import { POST as accept } from './accept/route.ts';
import { POST as create, GET as read } from './route.ts';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let mika: Person;
let noor: Person;
beforeEach(async () => {
  moveClock(new Date('2026-11-23T18:00:00Z'));
  mika = await createPerson({ name: 'Mika' });
  noor = await createPerson({ name: 'Noor' });
});
afterEach(() => moveClock());

/** Brings two as far as the inviter's yes. @returns what says it */
async function meet(inviter: Person, accepter: Person) {
  const id = randomUUID();
  const { body } = await call(inviter, create, 'POST', { body: { id } });
  await call(accepter, accept, 'POST', { body: { token: String(body.link).split('/').at(-1) } });
  const { mine } = (await call(inviter, read, 'GET')).body as { mine: { accepter: { id: string } } };
  return () => call(inviter, confirm, 'POST', { params: { id }, body: { accepterId: mine.accepter.id } });
}
async function link(inviter: Person, accepter: Person): Promise<void> {
  const sayYes = await meet(inviter, accepter);
  expect((await sayYes()).status).toBe(200);
}
const leave = (person: Person) =>
  asSystem((db) => db.$queryRaw`SELECT * FROM app.delete_account(${person.userId}::uuid)`);
const sayReady = (person: Person, id: string) => call(person, ready, 'PUT', { params: { id }, body: { ready: true } });

type Asked = {
  contentId?: string;
  depth?: 'light' | 'warm' | 'deep';
  source?: 'daily' | 'library' | 'own';
  day?: string;
};

/** Puts a prompt as a person's session may, whatever the day's choice would have been. */
async function ask(person: Person, { contentId = 'home-keys', depth = 'light', source = 'library', day }: Asked = {}) {
  const id = randomUUID();
  await as(person, async (scope) => {
    await scope.db.$executeRaw`
      INSERT INTO prompt (id, couple_id, source, content_id, topic, depth, day, asked_by_id, created_at)
      VALUES (${id}::uuid, ${scope.member.coupleId}::uuid, ${source}::prompt_source, ${source === 'own' ? null : contentId},
              'home', ${depth}, ${day ?? null}::date, ${person.userId}::uuid, ${now()})`;
    if (source === 'own') {
      const place = { table: 'prompt_words', column: 'sealed_words', id };
      const sealedWords = await seal(scope, 'couple', place, `Asked by ${person.name}`);
      await scope.db.promptWords.create({
        data: { promptId: id, coupleId: scope.member.coupleId, authorId: person.userId, sealedWords },
      });
    }
  });
  return id;
}
async function give(person: Person, id: string, text: string): Promise<void> {
  const answered = await call(person, answer, 'PUT', { params: { id }, body: { id: randomUUID(), text } });
  expect(answered.status, JSON.stringify(answered.body)).toBe(200);
}
async function begin(person: Person, id: string, text: string): Promise<void> {
  expect((await call(person, draft, 'PUT', { params: { id }, body: { text } })).status).toBe(204);
}
const see = (person: Person, id: string) => as(person, (scope) => getPrompt(scope, id));
const isHidden = async (person: Person, id: string) =>
  (await as(person, ({ db }) => db.prompt.count({ where: { id } }))) === 0;
/** Everything that a person's session can read of what somebody wrote or did, as text. */
async function readAll(person: Person): Promise<string> {
  return as(person, async ({ db }) =>
    JSON.stringify([
      await db.prompt.findMany({ select: { id: true } }),
      await db.promptWords.findMany({ select: { promptId: true } }),
      await db.answer.findMany({ select: { id: true, promptId: true } }),
      await db.response.findMany({ select: { id: true } }),
      await db.reaction.findMany({ select: { promptId: true } }),
      await db.draft.findMany({ select: { id: true, promptId: true } }),
      await db.postponement.findMany(),
      await db.readiness.findMany(),
      await db.mutedTopic.findMany(),
      await db.event.findMany(),
    ]),
  );
}

describe('what one wrote alone', () => {
  test('waits sealed, and opens when the other answers too, with the keys that moved along', async () => {
    const [noors, mikas] = [await ask(noor), await ask(mika, { contentId: 'home-window' })];
    await give(noor, noors, 'Noor wrote this alone 🙂');
    await give(mika, mikas, 'Mika wrote this alone');
    await link(mika, noor);

    expect(await see(mika, noors)).toMatchObject({ state: 'sealed', theirs: null, mine: null });
    expect(await see(noor, mikas)).toMatchObject({ state: 'sealed', theirs: null });
    expect(await see(noor, noors)).toMatchObject({ state: 'waiting', mine: { text: 'Noor wrote this alone 🙂' } });
    expect(await as(mika, ({ db }) => db.answer.count({ where: { promptId: noors } }))).toBe(0);

    await give(mika, noors, 'And Mika answered');
    await give(noor, mikas, 'And Noor answered');
    for (const person of [mika, noor]) {
      const theirs = person === mika ? 'Noor wrote this alone 🙂' : 'And Mika answered';
      expect(await see(person, noors)).toMatchObject({ state: 'revealed', theirs: { text: theirs } });
    }
    expect(await see(noor, mikas)).toMatchObject({ theirs: { text: 'Mika wrote this alone' } });
  });

  test('can still be changed by its author until it opens', async () => {
    const id = await ask(noor);
    await give(noor, id, 'first');
    await link(mika, noor);
    await give(noor, id, 'second');
    expect(await see(noor, id)).toMatchObject({ state: 'waiting', mine: { text: 'second' } });
  });

  test('the same question answered by both is revealed; answered by one it waits as one', async () => {
    const [noors, mikas] = [
      await ask(noor, { source: 'daily', day: '2026-11-23' }),
      await ask(mika, { source: 'daily', day: '2026-11-23' }),
    ];
    const other = { contentId: 'home-window' };
    const [noorsOther, mikasOther] = [await ask(noor, other), await ask(mika, other)];
    await give(noor, noors, 'from Noor');
    await give(mika, mikas, 'from Mika');
    await give(noor, noorsOther, 'only Noor');
    await begin(mika, mikasOther, 'a draft of Mika');
    await link(mika, noor);

    expect(await see(noor, mikas)).toMatchObject({
      state: 'revealed',
      theirs: { text: 'from Mika' },
      mine: { text: 'from Noor' },
    });
    expect(await see(mika, mikas)).toMatchObject({ state: 'revealed', theirs: { text: 'from Noor' } });
    expect(await isHidden(noor, noors)).toBe(true);
    expect(await as(noor, async (scope) => (await getTodaysPrompt(scope))?.id)).toBe(mikas);

    expect(await see(mika, mikasOther)).toMatchObject({ state: 'sealed', draft: 'a draft of Mika', theirs: null });
    expect(await see(noor, mikasOther)).toMatchObject({ state: 'waiting', draft: null });
    expect(await isHidden(noor, noorsOther)).toBe(true);
  });

  test('the same question begun several times by one links all the same', async () => {
    const ids = [await ask(noor), await ask(noor), await ask(noor)];
    for (const id of ids) await give(noor, id, id);
    const mikas = [await ask(mika), await ask(mika)];
    for (const id of mikas) await give(mika, id, id);
    await link(mika, noor);
    const revealed = await as(mika, (scope) => listRevealed(scope));
    expect(revealed.prompts).toHaveLength(1);
    expect(await as(noor, async (scope) => (await listWaiting(scope)).map(({ state }) => state).sort())).toEqual([
      'sealed',
      'waiting',
      'waiting',
    ]);
  });

  test('a question of one’s own is put, a deep one still closed', async () => {
    const open = await ask(noor, { source: 'own' });
    const deep = await ask(noor, { source: 'own', depth: 'deep' });
    await sayReady(noor, deep);
    await link(mika, noor);
    expect(await see(mika, open)).toMatchObject({ state: 'open', words: 'Asked by Noor', askedBy: 'partner' });
    expect(await see(mika, deep)).toMatchObject({ state: 'closed', words: null, ready: null });
    // What Noor said before Mika was there was not said to Mika.
    expect(await see(noor, deep)).toMatchObject({ state: 'closed', words: 'Asked by Noor', ready: null });
    await sayReady(mika, deep);
    expect(await see(mika, deep)).toMatchObject({ state: 'closed' });
    await sayReady(noor, deep);
    expect(await see(mika, deep)).toMatchObject({ state: 'open', words: 'Asked by Noor' });
  });

  test('a deep one that both had put is one, and opens when both are ready from now on', async () => {
    const deep = { depth: 'deep', contentId: 'fears-ageing' } as const;
    const [noors, mikas] = [await ask(noor, deep), await ask(mika, deep)];
    await sayReady(noor, noors);
    await sayReady(mika, mikas);
    await link(mika, noor);
    expect(await isHidden(mika, noors)).toBe(true);
    for (const person of [noor, mika]) expect(await see(person, mikas)).toMatchObject({ state: 'closed', ready: null });
    for (const person of [noor, mika]) await sayReady(person, mikas);
    for (const person of [noor, mika]) expect(await see(person, mikas)).toMatchObject({ state: 'open' });
  });
});

describe('what is one’s alone', () => {
  test('drafts, mutes and days come along and show nothing', async () => {
    const ids: Record<string, string> = {};
    for (const person of [noor, mika]) {
      ids[`${person.name} past draft`] = await ask(person, {
        source: 'daily',
        day: '2026-11-20',
        contentId: `${person.name}-a`,
      });
      await begin(person, ids[`${person.name} past draft`] ?? '', `draft of ${person.name}`);
      ids[`${person.name} past empty`] = await ask(person, {
        source: 'daily',
        day: '2026-11-21',
        contentId: `${person.name}-b`,
      });
      ids[`${person.name} today`] = await ask(person, {
        source: 'daily',
        day: '2026-11-23',
        contentId: `${person.name}-c`,
      });
      await begin(person, ids[`${person.name} today`] ?? '', `today’s draft of ${person.name}`);
      await call(person, mute, 'PUT', { params: { topic: person === noor ? 'fears' : 'work' } });
    }
    await link(mika, noor);
    const of = (name: string) => ids[name] ?? '';

    expect(await see(noor, of('Noor past draft'))).toMatchObject({ draft: 'draft of Noor' });
    expect(await see(noor, of('Noor today'))).toMatchObject({ draft: 'today’s draft of Noor', day: null });
    expect(await see(mika, of('Mika past draft'))).toMatchObject({ draft: 'draft of Mika' });
    for (const hidden of ['Noor past draft', 'Noor today', 'Noor past empty'])
      expect(await isHidden(mika, of(hidden)), hidden).toBe(true);
    for (const hidden of ['Mika past draft', 'Mika past empty'])
      expect(await isHidden(noor, of(hidden)), hidden).toBe(true);
    // The day's question stays, and looks like one that nobody has begun.
    expect(await see(noor, of('Mika today'))).toMatchObject({ state: 'open', draft: null, day: '2026-11-23' });
    expect(await as(noor, async (scope) => (await getTodaysPrompt(scope))?.id)).toBe(of('Mika today'));
    expect(await as(mika, ({ db }) => db.mutedTopic.findMany({ select: { topic: true } }))).toEqual([
      { topic: 'work' },
    ]);
    expect(await readAll(mika)).not.toContain(of('Noor today'));

    // Given after all, it is for the partner.
    await give(noor, of('Noor today'), 'given at last');
    expect(await see(mika, of('Noor today'))).toMatchObject({ state: 'sealed' });
  });

  test('events of the time alone are gone, and the new count tells nothing of them', async () => {
    for (const person of [noor, mika, mika]) await give(person, await ask(person, { contentId: randomUUID() }), 'x');
    await link(mika, noor);
    for (const person of [noor, mika]) {
      const events = await as(person, ({ db }) => db.event.findMany());
      expect(events).toMatchObject([{ seq: 1001, name: 'member.joined', actorId: noor.userId }]);
      expect(await as(person, async ({ member }) => member.eventSeq)).toBe(1001);
    }
  });

  test('what is new is sealed with the key of the couple they are now', async () => {
    await give(noor, await ask(noor), 'before');
    await link(mika, noor);
    const keys = await Promise.all([mika, noor].map((person) => as(person, async ({ member }) => member.coupleKey)));
    expect(keys[0]).toBe(keys[1]);
    const { rows } = await owner.query('SELECT id FROM vault_key WHERE couple_id = $1 ORDER BY created_at', [
      mika.coupleId,
    ]);
    expect(rows).toHaveLength(2);
    expect(rows[1].id).toBe(keys[0]);
  });
});

describe('with somebody before', () => {
  /** Two who revealed, and have one sealed answer each; then the second deletes the account. */
  async function leaveAlone(stays: Person): Promise<Record<'revealed' | 'sealed' | 'own' | 'today', string>> {
    const gone = await createPerson({ name: 'Gone' }, stays);
    const ids = {
      revealed: await ask(stays, { contentId: 'joy-once' }),
      sealed: await ask(stays, { contentId: 'joy-sealed' }),
      own: await ask(stays, { source: 'own' }),
      today: await ask(stays, { source: 'daily', day: '2026-11-23', contentId: 'joy-today' }),
    };
    for (const id of [ids.revealed, ids.today]) {
      await give(stays, id, 'to the one before');
      await give(gone, id, 'from the one before');
    }
    await give(stays, ids.sealed, 'meant for the one before');
    await as(stays, async (scope) => {
      for (const person of [stays]) {
        const responseId = randomUUID();
        const place = { table: 'response', column: 'sealed_body', id: responseId };
        const sealedBody = await seal(scope, 'couple', place, 'a response');
        await scope.db.response.create({
          data: {
            id: responseId,
            promptId: ids.revealed,
            coupleId: stays.coupleId,
            authorId: person.userId,
            intent: 'understood',
            sealedBody,
          },
        });
        await scope.db.reaction.create({
          data: { promptId: ids.revealed, coupleId: stays.coupleId, authorId: person.userId, kind: 'felt' },
        });
      }
    });
    await leave(gone);
    return ids;
  }

  test.each(['inviter', 'accepter'] as const)('the next partner sees nothing of it, the %s keeps it', async (role) => {
    const ids = await leaveAlone(noor);
    const before = await see(noor, ids.revealed);
    expect(before).toMatchObject({ state: 'revealed', mine: { text: 'to the one before' }, theirs: { text: null } });
    if (role === 'inviter') await link(noor, mika);
    else await link(mika, noor);

    for (const id of Object.values(ids)) {
      expect(await isHidden(mika, id)).toBe(true);
      expect(await readAll(mika)).not.toContain(id);
      expect((await call(mika, answer, 'PUT', { params: { id }, body: { id: randomUUID(), text: 'x' } })).status).toBe(
        404,
      );
    }
    expect(await as(mika, ({ db }) => db.response.count())).toBe(0);
    expect(await as(mika, ({ db }) => db.reaction.count())).toBe(0);
    expect(await see(noor, ids.revealed)).toMatchObject({
      state: 'revealed',
      mine: { text: 'to the one before' },
      responses: [{ text: 'a response' }],
      reactions: { mine: ['felt'] },
    });
    expect(await see(noor, ids.sealed)).toMatchObject({ state: 'waiting', mine: { text: 'meant for the one before' } });
    expect(await see(noor, ids.own)).toMatchObject({ words: 'Asked by Noor' });

    // What is done to it later is no news, either.
    const added = { params: { id: ids.revealed, responseId: randomUUID() }, body: { intent: 'added', text: 'later' } };
    for (const { status } of [
      await call(noor, unreact, 'DELETE', { params: { id: ids.revealed, kind: 'felt' } }),
      await call(noor, react, 'PUT', { params: { id: ids.revealed, kind: 'felt' } }),
      await call(noor, respond, 'PUT', added),
      await call(noor, takeBack, 'DELETE', { params: { id: ids.revealed } }),
      await call(noor, takeBack, 'DELETE', { params: { id: ids.sealed } }),
    ])
      expect(status).toBeLessThan(300);
    expect(await as(mika, ({ db }) => db.event.findMany({ select: { seq: true } }))).toEqual([{ seq: 1001 }]);

    // The day is free for the two, who get one question.
    const [hers, his] = [await as(noor, getTodaysPrompt), await as(mika, getTodaysPrompt)];
    expect(hers?.id).toBe(his?.id);
    expect(Object.values(ids)).not.toContain(hers?.id);
  });

  describe.each(['inviter', 'accepter'] as const)(
    'what was put to one another and not revealed, with the %s left',
    (role) => {
      let gone: Person;
      beforeEach(async () => {
        gone = await createPerson({ name: 'Gone' }, noor);
      });
      const linkNext = () => (role === 'inviter' ? link(noor, mika) : link(mika, noor));
      /** The next partner has no sign of it, and can neither answer it nor be ready for it. */
      async function expectNothing(id: string): Promise<void> {
        expect(await isHidden(mika, id)).toBe(true);
        expect(await readAll(mika)).not.toContain(id);
        const given = await call(mika, answer, 'PUT', { params: { id }, body: { id: randomUUID(), text: 'x' } });
        expect([given.status, (await sayReady(mika, id)).status]).toEqual([404, 404]);
      }

      test('goes where the one who stays wrote nothing', async () => {
        const deep = { depth: 'deep', contentId: 'fears-ageing' } as const;
        const ids = {
          'library by Noor': await ask(noor),
          'library by Gone': await ask(gone, { contentId: 'home-window' }),
          daily: await ask(gone, { source: 'daily', day: '2026-11-23', contentId: 'joy-today' }),
          'own by Gone': await ask(gone, { source: 'own' }),
          'deep, open': await ask(noor, deep),
          'deep, half ready': await ask(gone, { ...deep, contentId: 'fears-light' }),
          'answered by Gone': await ask(noor, { contentId: 'joy-once' }),
        };
        for (const person of [noor, gone]) await sayReady(person, ids['deep, open']);
        await sayReady(noor, ids['deep, half ready']);
        await give(gone, ids['answered by Gone'], 'from the one before');
        await begin(gone, ids['library by Noor'], 'a draft of the one before');
        await leave(gone);
        for (const [name, id] of Object.entries(ids)) expect(await isHidden(noor, id), name).toBe(true);
        await linkNext();
        for (const id of Object.values(ids)) await expectNothing(id);
      });

      test('stays with them alone where they wrote, and a deep one closes', async () => {
        const deep = { depth: 'deep', contentId: 'fears-ageing' } as const;
        const ids = {
          own: await ask(noor, { source: 'own' }),
          ownDeep: await ask(noor, { source: 'own', depth: 'deep' }),
          answered: await ask(gone),
          drafted: await ask(gone, { source: 'own' }),
          daily: await ask(gone, { source: 'daily', day: '2026-11-23', contentId: 'joy-today' }),
          deepDrafted: await ask(gone, deep),
          deepAnswered: await ask(gone, { ...deep, contentId: 'fears-light' }),
        };
        for (const id of [ids.ownDeep, ids.deepDrafted, ids.deepAnswered])
          for (const person of [noor, gone]) await sayReady(person, id);
        for (const id of [ids.answered, ids.deepAnswered]) await give(noor, id, 'meant for the one before');
        for (const id of [ids.drafted, ids.daily, ids.deepDrafted]) await begin(noor, id, 'begun for the one before');
        await leave(gone);
        await linkNext();

        for (const id of Object.values(ids)) await expectNothing(id);
        expect(await as(noor, ({ db }) => db.readiness.count())).toBe(0);
        expect(await see(noor, ids.own)).toMatchObject({ state: 'open', words: 'Asked by Noor' });
        expect(await see(noor, ids.ownDeep)).toMatchObject({ state: 'closed', words: 'Asked by Noor', ready: null });
        expect(await see(noor, ids.drafted)).toMatchObject({ words: null, draft: 'begun for the one before' });
        expect(await see(noor, ids.daily)).toMatchObject({ day: null, draft: 'begun for the one before' });
        expect(await see(noor, ids.deepDrafted)).toMatchObject({ state: 'closed', draft: 'begun for the one before' });
        for (const id of [ids.answered, ids.deepAnswered])
          expect(await see(noor, id)).toMatchObject({ state: 'waiting', mine: { text: 'meant for the one before' } });

        // Ready alone opens nothing, and neither does taking back what was given in a deep one.
        await sayReady(noor, ids.deepDrafted);
        expect(await see(noor, ids.deepDrafted)).toMatchObject({ state: 'closed' });
        for (const id of [ids.answered, ids.deepAnswered]) await call(noor, takeBack, 'DELETE', { params: { id } });
        expect(await see(noor, ids.deepAnswered)).toMatchObject({ state: 'closed' });
        const again = { params: { id: ids.deepAnswered }, body: { id: randomUUID(), text: 'again' } };
        expect((await call(noor, answer, 'PUT', again)).body).toMatchObject({ error: { code: 'closed' } });
        for (const id of [ids.deepDrafted, ids.deepAnswered]) await expectNothing(id);
        // Given again, it is for the partner of now.
        await give(noor, ids.answered, 'and now for Mika');
        expect(await see(mika, ids.answered)).toMatchObject({ state: 'sealed' });
      });
    },
  );

  test('whoever links and leaves at once leaves nothing half done', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [stays, goes] = [await createPerson(), await createPerson()];
      const id = await ask(stays, { contentId: 'home-window' });
      const sayYes = await meet(stays, goes);
      await Promise.all([sayYes(), leave(goes)]);
      expect(await as(stays, async ({ member }) => member.partner)).toBeNull();
      // Linked first, it was put to the one who left; otherwise it still waits for anybody.
      const { rows } = await owner.query('SELECT reader_ids FROM prompt WHERE id = $1', [id]);
      const events = await as(stays, ({ db }) => db.event.findMany());
      const wasLinked = events.some(({ name }) => name === 'member.joined');
      expect([rows.length, events.some(({ name }) => name === 'member.left')]).toEqual(
        wasLinked ? [0, true] : [1, false],
      );
    }
  });

  test('a day that both zones know is not held by what one cannot see', async () => {
    const gone = await createPerson({ name: 'Gone' }, noor);
    const before = await ask(noor, { source: 'daily', day: '2026-11-23', contentId: 'joy-today' });
    await give(noor, before, 'to the one before');
    await give(gone, before, 'from the one before');
    await leave(gone);
    // A day later in Madrid it is still the same evening in Honolulu.
    moveClock(new Date('2026-11-24T02:00:00Z'));
    await link(noor, mika);
    for (const timeZone of ['Pacific/Honolulu', 'Europe/Madrid', 'Pacific/Kiritimati']) {
      expect((await call(noor, changeCouple, 'PATCH', { body: { timeZone } })).status).toBeLessThan(300);
      const [hers, his] = [await call(noor, readToday, 'GET'), await call(mika, readToday, 'GET')];
      expect([hers.status, his.status]).toEqual([200, 200]);
      expect(his.body).toEqual(hers.body);
    }
  });
});

test('whoever writes while the link is made loses nothing and breaks nothing', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await createPerson(), await createPerson()];
    const prompts = [await ask(one), await ask(two, { contentId: 'home-other' })];
    const sayYes = await meet(one, two);
    const put = (person: Person, promptId = '') =>
      call(person, answer, 'PUT', { params: { id: promptId }, body: { id: randomUUID(), text: 'written meanwhile' } });
    const [linked, ...given] = await Promise.all([sayYes(), put(one, prompts[0]), put(two, prompts[1])]);
    expect(linked.status).toBe(200);
    for (const [n, answered] of given.entries()) {
      // Refused, it is asked for again with the same id, as the browser does.
      if (answered.status !== 200) expect((await put(n === 0 ? one : two, prompts[n])).status).toBe(200);
    }
    for (const promptId of prompts) {
      const views = await Promise.all([see(one, promptId), see(two, promptId)]);
      expect(views.map(({ state }) => state).sort()).toEqual(['sealed', 'waiting']);
    }
  }
});
