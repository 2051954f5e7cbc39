import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock, now } from '#lib/clock';
import { env } from '#lib/env';
import { getPrompt, getTodaysPrompt, listRevealed, listWaiting } from '#lib/prompts/queries';
import { as, call, createPerson, type Person } from '#lib/testing/people';
import { asSystem } from '#lib/transaction';
import { seal } from '#lib/vault';
import { PUT as answer } from '../prompts/[id]/answer/route.ts';
import { PUT as draft } from '../prompts/[id]/draft/route.ts';
import { PUT as ready } from '../prompts/[id]/readiness/route.ts';
import { PUT as mute } from '../topics/[topic]/mute/route.ts';
import { POST as confirm } from './[id]/confirm/route.ts';
import { POST as accept } from './accept/route.ts';
import { POST as create } from './route.ts';

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

async function link(inviter: Person, accepter: Person): Promise<void> {
  const id = randomUUID();
  const { body } = await call(inviter, create, 'POST', { body: { id } });
  await call(accepter, accept, 'POST', { body: { token: String(body.link).split('/').at(-1) } });
  expect((await call(inviter, confirm, 'POST', { params: { id } })).status).toBe(200);
}

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
    await call(noor, ready, 'PUT', { params: { id: deep }, body: { ready: true } });
    await link(mika, noor);
    expect(await see(mika, open)).toMatchObject({ state: 'open', words: 'Asked by Noor', askedBy: 'partner' });
    expect(await see(mika, deep)).toMatchObject({ state: 'closed', words: null, ready: null });
    expect(await see(noor, deep)).toMatchObject({ state: 'closed', words: 'Asked by Noor', ready: true });
    await call(mika, ready, 'PUT', { params: { id: deep }, body: { ready: true } });
    expect(await see(mika, deep)).toMatchObject({ state: 'open', words: 'Asked by Noor' });
  });

  test('a deep one that both had put opens only if both were ready', async () => {
    const deep = { depth: 'deep', contentId: 'fears-ageing' } as const;
    const [noors, mikas] = [await ask(noor, deep), await ask(mika, deep)];
    const also = { depth: 'deep', contentId: 'fears-light' } as const;
    const [noorsAlso, mikasAlso] = [await ask(noor, also), await ask(mika, also)];
    for (const [person, id] of [
      [noor, noors],
      [mika, mikas],
      [noor, noorsAlso],
    ] as const)
      await call(person, ready, 'PUT', { params: { id }, body: { ready: true } });
    await link(mika, noor);
    expect(await see(noor, mikas)).toMatchObject({ state: 'open' });
    expect(await isHidden(mika, noors)).toBe(true);
    expect(await see(noor, mikasAlso)).toMatchObject({ state: 'closed', ready: true });
    expect(await see(mika, mikasAlso)).toMatchObject({ state: 'closed', ready: null });
    expect(await isHidden(mika, noorsAlso)).toBe(true);
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
    await asSystem((db) => db.$queryRaw`SELECT * FROM app.delete_account(${gone.userId}::uuid)`);
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

    // The day is free for the two, who get one question.
    const [hers, his] = [await as(noor, getTodaysPrompt), await as(mika, getTodaysPrompt)];
    expect(hers?.id).toBe(his?.id);
    expect(Object.values(ids)).not.toContain(hers?.id);
  });
});

test('whoever writes while the link is made loses nothing and breaks nothing', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await createPerson(), await createPerson()];
    const prompts = [await ask(one), await ask(two, { contentId: 'home-other' })];
    const id = randomUUID();
    const { body } = await call(one, create, 'POST', { body: { id } });
    await call(two, accept, 'POST', { body: { token: String(body.link).split('/').at(-1) } });
    const put = (person: Person, promptId = '') =>
      call(person, answer, 'PUT', { params: { id: promptId }, body: { id: randomUUID(), text: 'written meanwhile' } });
    const [linked, ...given] = await Promise.all([
      call(one, confirm, 'POST', { params: { id } }),
      put(one, prompts[0]),
      put(two, prompts[1]),
    ]);
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
