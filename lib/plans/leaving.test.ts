import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PUT as feed } from '#app/api/calendar/route';
import { PUT as writeCard } from '#app/api/card/route';
import { PUT as showing } from '#app/api/card/showing/route';
import { POST as confirm } from '#app/api/invites/[id]/confirm/route';
import { POST as accept } from '#app/api/invites/accept/route';
import { POST as invite, GET as readInvites } from '#app/api/invites/route';
import { PUT as notice } from '#app/api/observations/[id]/route';
import { PUT as beginTurns, DELETE as endTurns, GET as readTurn } from '#app/api/turn/route';
import { POST as skipTurn } from '#app/api/turn/skip/route';
import { POST as swapTurn } from '#app/api/turn/swap/route';
import { listEntries } from '#lib/calendar/queries';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { ideas } from '#lib/ideas/library';
import { revealSurprises } from '#lib/jobs/tasks/reveal-surprises';
import { listLetGo, listLived, listPlans, listUsedIdeas } from '#lib/plans/queries';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';
import {
  agree,
  begin,
  counter,
  drop,
  feel,
  letGo,
  listNames,
  live,
  look,
  open,
  postpone,
  propose,
  proposed,
  rate,
  sealed,
  sealUp,
  see,
  seeGroups,
  tease,
  unfeel,
  unlive,
  unsealIt,
  untease,
  write,
  writeUnguarded,
} from '#lib/testing/plans';
import { asSystem } from '#lib/transaction';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());
beforeEach(() => moveClock(new Date('2026-11-23T18:00:00Z')));
afterEach(() => moveClock());

/** Brings two as far as the inviter's yes. @returns what says it */
async function meet(inviter: Person, accepter: Person) {
  const id = randomUUID();
  const { body } = await call(inviter, invite, 'POST', { body: { id } });
  await call(accepter, accept, 'POST', { body: { token: String(body.link).split('/').at(-1) } });
  const { mine } = (await call(inviter, readInvites, 'GET')).body as { mine: { accepter: { id: string } } };
  return () => call(inviter, confirm, 'POST', { params: { id }, body: { accepterId: mine.accepter.id } });
}
async function link(inviter: Person, accepter: Person): Promise<void> {
  const sayYes = await meet(inviter, accepter);
  expect((await sayYes()).status).toBe(200);
}
const leave = (person: Person) =>
  asSystem((db) => db.$queryRaw`SELECT * FROM app.delete_account(${person.userId}::uuid)`);

/** Everything of plans that somebody's session and pages show, as text. */
const readAll = (person: Person) =>
  as(person, async (scope) =>
    JSON.stringify([
      await scope.db.plan.findMany(),
      await scope.db.planVersion.findMany({ select: { id: true, planId: true, n: true, createdAt: true } }),
      await scope.db.teaser.findMany({ select: { planId: true } }),
      await scope.db.felt.findMany({ select: { id: true } }),
      await scope.db.rating.findMany(),
      await scope.db.event.findMany(),
      await listPlans(scope),
      await listLived(scope),
      await listLetGo(scope),
      [...(await listUsedIdeas(scope))],
      await listEntries(scope, true),
    ]),
  );

const swim = { kind: 'together', title: 'Swim at night' };
const card = { likes: ['massage'], noes: [], words: {} };

async function outcomeOf(answer: ReturnType<typeof call>) {
  const { status, body } = await answer;
  return status < 300 ? status : (body.error as { code: string }).code;
}
const beginTurn = (person: Person) =>
  outcomeOf(call(person, beginTurns, 'PUT', { body: { rhythm: 'weekly', first: 'me' } }));
/** Writes a card and shows it. */
async function showCard(person: Person) {
  await call(person, writeCard, 'PUT', { body: card });
  return outcomeOf(call(person, showing, 'PUT', { body: { shown: true } }));
}
const rowsOf = async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows;

describe('two become a couple', () => {
  test('what one drafted alone is still theirs alone, and can be proposed from now on', async () => {
    const [stays, comes] = [await createPerson({ name: 'Mika' }), await createPerson({ name: 'Noor' })];
    const mine = [await begin(comes), await begin(comes, { kind: 'surprise', title: 'The boat house' })];
    const theirs = await begin(stays, { title: 'Bread at six' });
    // No surprise can be sealed alone. If one were, it would move along as it is.
    const old = await begin(comes, { kind: 'surprise', title: 'Long sealed' });
    await writeUnguarded(owner, `UPDATE plan SET state = 'sealed' WHERE id = $1`, [old]);
    const before = { stays: await readAll(stays), comes: await readAll(comes) };
    await link(stays, comes);

    expect((await seeGroups(comes)).mine.sort()).toEqual([...mine, old].sort());
    expect((await seeGroups(stays)).mine).toEqual([theirs]);
    for (const id of [...mine, old]) {
      expect(before.stays).not.toContain(id);
      expect(await readAll(stays)).not.toContain(id);
      expect(await look(stays, id)).toBe('not_found');
    }
    expect(await readAll(comes)).not.toContain(theirs);
    expect(await listNames(stays)).toEqual(['member.joined']);
    const [first = '', second = ''] = mine;
    expect(await write(comes, first, { ...swim, title: 'Swim, both of us' })).toBe(200);
    expect(await propose(comes, first)).toBe(200);
    expect(await see(stays, first)).toMatchObject({ state: 'proposed', title: 'Swim, both of us' });
    expect(await sealUp(comes, second)).toBe(200);
    expect(await open(comes, second)).toBe(200);
    // Written alone, under a key that moved along.
    expect(await see(stays, second)).toMatchObject({ state: 'planned', title: 'The boat house' });
    expect((await see(comes, old)).state).toBe('sealed');
    expect(await listNames(stays)).toEqual(['member.joined', 'plan.proposed', 'plan.revealed']);
  });

  test('what one has from somebody before is not shown to the other, counted or told', async () => {
    const [one, gone] = await createCouple({ name: 'Mika' }, { name: 'Gone' });
    const lived = await proposed(one, { ideaId: ideas[0]?.id });
    await agree(gone, lived, 1);
    await live(one, lived, '2026-11-20');
    await feel(one, lived);
    const planned = await proposed(gone);
    await agree(one, planned, 1);
    await rate(one, planned);
    const surprise = await sealed(one);
    await tease(one, surprise, { when: { day: '2026-11-28' } });
    await leave(gone);
    // Its old id was told, so it has another.
    const [kept = ''] = (await seeGroups(one)).mine;
    expect(kept).not.toBe(surprise);
    const comes = await createPerson({ name: 'Noor' });
    await link(one, comes);

    const shown = await readAll(comes);
    expect(shown).not.toContain(surprise);
    for (const id of [lived, planned, kept]) {
      expect(shown).not.toContain(id);
      for (const step of [
        look,
        drop,
        letGo,
        unlive,
        unfeel,
        open,
        propose,
        (person: Person, plan: string) => agree(person, plan, 1),
        (person: Person, plan: string) => counter(person, plan, 1),
        (person: Person, plan: string) => write(person, plan, swim),
        (person: Person, plan: string) => live(person, plan, '2026-11-22'),
        feel,
        rate,
      ])
        expect(await step(comes, id)).toBe('not_found');
    }
    // What was new with somebody before says nothing of these two.
    for (const person of [one, comes]) expect(await as(person, listUsedIdeas)).toEqual(new Set());
    await proposed(comes, { ideaId: ideas[1]?.id });
    for (const person of [one, comes]) expect(await as(person, listUsedIdeas)).toEqual(new Set([ideas[1]?.id]));
    // What is done there is no news to the new partner.
    expect(await unfeel(one, lived)).toBe(204);
    expect(await listNames(comes)).toEqual(['member.joined', 'plan.proposed']);
    // Lived with somebody before, it does not go on with this one.
    expect(await unlive(one, lived)).toBe('plan_changed');
    expect(await see(one, lived)).toMatchObject({ state: 'lived', by: 'me', title: 'Swim at night' });
    expect(await see(one, planned)).toMatchObject({ state: 'letgo', by: 'gone', title: null });
    expect(await see(one, kept)).toMatchObject({ state: 'draft', teaser: null, title: 'Swim at night' });
  });

  test('while one begins and writes on: nothing is lost, and nothing is left behind', async () => {
    for (let round = 0; round < 6; round++) {
      const [stays, comes] = [await createPerson(), await createPerson()];
      const [id, other] = [await begin(comes), randomUUID()];
      const sayYes = await meet(stays, comes);
      const [linked, written, begun, mine] = await Promise.all([
        sayYes(),
        write(comes, id, { ...swim, title: 'Rewritten' }),
        write(comes, other, { ...swim, title: 'Begun' }),
        begin(stays),
      ]);
      expect([linked.status, begun]).toEqual([200, 200]);
      expect([200, 'not_found']).toContain(written);
      if (written !== 200) expect(await write(comes, id, { ...swim, title: 'Rewritten' })).toBe(200);
      expect((await seeGroups(comes)).mine.sort()).toEqual([id, other].sort());
      expect((await see(comes, id)).title).toBe('Rewritten');
      expect((await seeGroups(stays)).mine).toEqual([mine]);
    }
  });
});

describe('one deletes their account', () => {
  let stays: Person;
  let goes: Person;
  beforeEach(async () => {
    [stays, goes] = await createCouple({ name: 'Mika' }, { name: 'Noor' });
  });

  test('their drafts and sealed ones are gone, and what was told of them', async () => {
    const ids = [await begin(goes), await begin(goes, { kind: 'surprise' }), await sealed(goes)];
    const told = await sealed(goes, { day: '2026-11-24', time: '10:00' });
    await tease(goes, told, { when: { day: '2026-11-28' } });
    expect(await look(stays, told)).toBe(200);
    await leave(goes);
    expect(await rowsOf('SELECT 1 FROM plan WHERE id = ANY($1)', [[...ids, told]])).toEqual([]);
    expect(await rowsOf('SELECT 1 FROM teaser')).toEqual([]);
    expect(await seeGroups(stays)).toMatchObject({ ahead: [], mine: [] });
    moveClock(new Date('2026-11-25T18:00:00Z'));
    await revealSurprises();
    expect((await listNames(stays)).at(-1)).toBe('member.left');
  });

  test('the other’s sealed ones are drafts again, told to nobody, and never open by themselves', async () => {
    const told = await sealed(stays, { day: '2026-11-24', time: '10:00' }, { text: 'Key is with Ana' });
    await tease(stays, told, { when: { day: '2026-11-28' } });
    // What was told once, and taken back, has another id too; what was never told keeps its own.
    const untold = [await sealed(stays), await begin(stays, { kind: 'surprise' })];
    const takenBack = [
      await sealed(stays, undefined, { title: 'Untold' }),
      await sealed(stays, undefined, { title: 'Begun' }),
    ];
    for (const id of takenBack) await tease(stays, id, { when: { day: '2026-11-28' } });
    await untease(stays, takenBack[0] ?? '');
    await unsealIt(stays, takenBack[1] ?? '');
    const draft = await begin(stays);
    await leave(goes);
    const { mine } = await seeGroups(stays);
    expect(mine).toHaveLength(6);
    expect(mine).toEqual(expect.arrayContaining([...untold, draft]));
    for (const old of [told, ...takenBack]) {
      expect(await look(stays, old)).toBe('not_found');
      expect(await drop(stays, old)).toBe('not_found');
    }
    const drafts = new Map<string | null, string>();
    for (const one of mine.filter((plan) => plan !== draft && !untold.includes(plan))) {
      const { title, content } = await see(stays, one);
      drafts.set(content?.text ?? title, one);
    }
    expect([...drafts.keys()].sort()).toEqual(['Begun', 'Key is with Ana', 'Untold']);
    const id = drafts.get('Key is with Ana') ?? '';
    expect(await see(stays, id)).toMatchObject({ state: 'draft', opensAt: null, teaser: null, title: 'Swim at night' });
    expect((await see(stays, draft)).state).toBe('draft');
    expect(await rowsOf('SELECT 1 FROM teaser')).toEqual([]);
    moveClock(new Date('2026-11-25T18:00:00Z'));
    await revealSurprises();
    expect((await see(stays, id)).state).toBe('draft');
    // It can be written on, and kept for somebody else.
    expect(await write(stays, id, { kind: 'surprise', title: 'Another time' })).toBe(200);
    expect(await sealUp(stays, id)).toBe('alone');
    expect(await open(stays, id)).toBe('alone');
    expect(await propose(stays, draft)).toBe('alone');
    // An old id is anybody's to begin with, and tells whoever does so nothing.
    const [stranger] = await createCouple();
    for (const [person, old] of [
      [stays, told],
      [stranger, takenBack[0] ?? ''],
    ] as const) {
      expect(await write(person, old, { ...swim, title: 'Begun anew' })).toBe(200);
      expect(await see(person, old)).toMatchObject({ state: 'draft', title: 'Begun anew', versions: 1 });
    }
    expect((await see(stays, id)).title).toBe('Another time');
    const comes = await createPerson({ name: 'Ari' });
    await link(stays, comes);
    expect(await write(comes, takenBack[1] ?? '', swim)).toBe(200);
    expect(await sealUp(stays, id)).toBe(200);
    expect(await tease(stays, id, { when: { day: '2026-12-01' } })).toBe(200);
    expect(await open(stays, id)).toBe(200);
    expect(await see(comes, id)).toMatchObject({ title: 'Another time', by: 'partner' });
  });

  test('what was for both is let go or stays lived, without their words', async () => {
    const open1 = await proposed(stays);
    const theirs = await proposed(goes);
    const later = await proposed(goes);
    await postpone(stays, later, 1, '2026-12-05');
    const both = await proposed(stays, { title: 'Mine' });
    await counter(goes, both, 1, { title: 'Theirs' });
    await agree(stays, both, 2);
    const lived = await proposed(goes, { title: 'Theirs, lived' });
    await agree(stays, lived, 1);
    await live(stays, lived, '2026-11-22');
    await feel(stays, lived, { text: 'My line' });
    await feel(goes, lived, { text: 'Their line' });
    const surprise = await sealed(goes);
    await open(goes, surprise);
    for (const id of [both, lived]) await rate(goes, id);
    await beginTurn(stays);
    expect((await call(stays, readTurn, 'GET')).body.turn).not.toBeNull();
    await leave(goes);

    for (const id of [open1, theirs, later, both, surprise]) expect((await see(stays, id)).state).toBe('letgo');
    expect(await see(stays, open1)).toMatchObject({ title: 'Swim at night', by: 'me' });
    expect(await see(stays, theirs)).toMatchObject({
      title: null,
      content: null,
      by: 'gone',
      askedOf: null,
      laterUntil: null,
    });
    expect((await see(stays, both)).trail.map(({ by, content }) => [by, content?.title])).toEqual([
      ['me', 'Mine'],
      ['gone', undefined],
    ]);
    expect(await see(stays, lived)).toMatchObject({
      state: 'lived',
      title: null,
      livedOn: '2026-11-22',
      felt: { mine: { text: 'My line' }, theirs: { text: null } },
    });
    expect((await as(stays, (scope) => listLived(scope))).plans.map(({ id }) => id)).toEqual([lived]);
    expect((await as(stays, listLetGo)).length).toBe(5);
    expect((await call(stays, readTurn, 'GET')).body.turn).toBeNull();
    expect(await rowsOf('SELECT 1 FROM turn')).toEqual([]);
    expect(await rowsOf('SELECT 1 FROM rating WHERE user_id = $1', [goes.userId])).toEqual([]);
    expect(await rowsOf('SELECT 1 FROM plan_version WHERE author_id IS NULL AND sealed_body IS NOT NULL')).toEqual([]);
    expect(await rowsOf('SELECT 1 FROM felt WHERE author_id IS NULL AND sealed_body IS NOT NULL')).toEqual([]);
    expect(await rowsOf('SELECT DISTINCT reader_ids FROM plan WHERE couple_id = $1', [stays.coupleId])).toEqual([
      { reader_ids: [stays.userId] },
    ]);
    for (const step of [
      (id: string) => agree(stays, id, 1),
      (id: string) => counter(stays, id, 1),
      (id: string) => live(stays, id, '2026-11-22'),
    ])
      expect(await step(open1)).toBe('plan_changed');
  });

  test('the last one takes all along', async () => {
    const id = await proposed(stays);
    await agree(goes, id, 1);
    await live(goes, id, '2026-11-23');
    await tease(stays, await sealed(stays), { when: { day: '2026-11-28' } });
    for (const person of [stays, goes]) {
      await feel(person, id);
      await rate(person, id);
      await write(person, randomUUID(), swim);
      await showCard(person);
      await call(person, notice, 'PUT', { params: { id: randomUUID() }, body: { text: 'Hums' } });
      await call(person, feed, 'PUT', { body: { showsTitles: true } });
    }
    await beginTurn(stays);
    const tables = 'plan plan_version teaser felt rating turn card observation calendar'.split(' ');
    const listLeft = async () => {
      const left = [];
      for (const table of tables) {
        const sql = `SELECT 1 FROM ${table} t WHERE to_jsonb(t)::text ~ ANY ($1)`;
        if ((await rowsOf(sql, [[stays.coupleId, stays.userId, goes.userId]])).length > 0) left.push(table);
      }
      return left;
    };
    expect(await listLeft()).toEqual(tables);
    await leave(goes);
    await leave(stays);
    expect(await listLeft()).toEqual([]);
  });

  test('while either writes: each step comes first or is refused, and nothing half done stays', async () => {
    type Act = (id: string) => Promise<unknown>;
    const nothing = async () => randomUUID();
    const turning = async () => {
      await beginTurn(stays);
      return nothing();
    };
    const shown = async () => {
      await showCard(stays);
      await showCard(goes);
      return nothing();
    };
    const stepOf = (person: Person, step: typeof swapTurn) =>
      outcomeOf(call(person, step, 'POST', { body: { n: 1, holder: person === stays ? 'me' : 'partner' } }));
    const acts: [begins: () => Promise<string>, act: Act][] = [
      [() => proposed(stays), (id) => agree(goes, id, 1)],
      [() => proposed(goes), (id) => agree(stays, id, 1)],
      [() => proposed(goes), (id) => counter(stays, id, 1)],
      [() => proposed(stays), (id) => counter(goes, id, 1, { title: 'Words of who left' })],
      [() => sealed(goes), (id) => open(goes, id)],
      [() => sealed(stays), (id) => open(stays, id)],
      [() => sealed(stays), (id) => tease(stays, id, { when: { day: '2026-11-28' } })],
      [() => begin(goes), (id) => propose(goes, id)],
      [() => begin(stays), (id) => propose(stays, id)],
      [async () => randomUUID(), (id) => write(goes, id, swim)],
      [async () => randomUUID(), (id) => write(stays, id, swim)],
      [nothing, () => beginTurn(stays)],
      [nothing, () => beginTurn(goes)],
      [turning, () => stepOf(stays, swapTurn)],
      [turning, () => stepOf(goes, swapTurn)],
      [turning, () => stepOf(stays, skipTurn)],
      [turning, () => outcomeOf(call(goes, endTurns, 'DELETE'))],
      [nothing, () => showCard(stays)],
      [nothing, () => showCard(goes)],
      [shown, () => outcomeOf(call(stays, writeCard, 'PUT', { body: { ...card, noes: ['dancing'] } }))],
      [shown, () => outcomeOf(call(goes, writeCard, 'PUT', { body: { ...card, noes: ['dancing'] } }))],
    ];
    for (const [index, [begins, act]] of [...acts, ...acts].entries()) {
      [stays, goes] = await createCouple();
      const id = await begins();
      const [outcome] = await Promise.all([act(id), leave(goes)]);
      expect(
        [200, 204, 'plan_changed', 'turn_changed', 'alone', 'not_found', 'unauthenticated'],
        `act ${index}`,
      ).toContain(outcome);
      const [plan] = await rowsOf('SELECT state, author_id, reader_ids FROM plan WHERE id = $1', [id]);
      if (plan) {
        expect(plan.author_id === stays.userId ? ['draft', 'letgo'] : ['letgo']).toContain(plan.state);
        expect(plan.reader_ids).not.toContain(goes.userId);
      }
      expect(await rowsOf('SELECT 1 FROM teaser WHERE plan_id = $1', [id])).toEqual([]);
      const left = await rowsOf(
        'SELECT 1 FROM plan_version WHERE plan_id = $1 AND author_id IS NULL AND sealed_body IS NOT NULL',
        [id],
      );
      expect(left).toEqual([]);
      expect(await rowsOf('SELECT 1 FROM turn WHERE couple_id = $1', [stays.coupleId])).toEqual([]);
      expect(
        await rowsOf('SELECT 1 FROM card WHERE user_id = $1 OR shown_to_id IN ($1, $2)', [goes.userId, stays.userId]),
      ).toEqual([]);
      expect((await listNames(stays)).at(-1)).toBe('member.left');
    }
  }, 60_000);
});
