import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUT as makeCalendar } from '#app/api/calendar/route';
import { PUT as rateIdea } from '#app/api/ideas/[ideaId]/rating/route';
import { PUT as giveAnswer } from '#app/api/prompts/[id]/answer/route';
import { PUT as ask } from '#app/api/prompts/[id]/route';
import { PUT as beginTurns } from '#app/api/turn/route';
import { listEntries } from '#lib/calendar/queries';
import { moveClock } from '#lib/clock';
import { call } from '#lib/http/call';
import { ideas } from '#lib/ideas/library';
import { listDrawn, listRatings } from '#lib/ideas/queries';
import { revealSurprises } from '#lib/jobs/tasks/reveal-surprises';
import { listLetGo, listLived, listPlans, listUsedIdeas } from '#lib/plans/queries';
import { listTodaysPlans } from '#lib/plans/today';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';
import {
  agree,
  begin,
  drop,
  feel,
  letGo,
  live,
  look,
  open,
  proposed,
  rate,
  sealed,
  sealUp,
  see,
  tease,
  unsealIt,
  untease,
  write,
} from '#lib/testing/plans';
import { startWatch } from '#lib/testing/watch';
import { differ, readRoutes, routes, show } from '#lib/testing/watcher';

// A partner who watches: every GET there is, every page's query, every table and the socket, before and after each
// thing an author does to a surprise. All stays as it was, to the byte, but for what a teaser says.

const { owner, app, listen, readTables } = startWatch();

const at = new Date('2026-11-23T18:00:00Z');
let author: Person;
let partner: Person;
/** What stands between the two, so that nothing below is empty for want of anything. */
let shared: { plan: string; prompt: string; feed: string };
let heard: string[];

beforeEach(async () => {
  moveClock(at);
  [author, partner] = await createCouple();
  const done = async (...ask: Parameters<typeof call>) => {
    const answer = await call(...ask);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const prompt = randomUUID();
  await done(author, ask, 'PUT', { params: { id: prompt }, body: { words: 'Where?', topic: 'joy', depth: 'light' } });
  for (const person of [author, partner])
    await done(person, giveAnswer, 'PUT', { params: { id: prompt }, body: { id: randomUUID(), text: 'There' } });
  const plan = await proposed(author, { when: { day: '2026-12-01' } });
  await agree(partner, plan, 1);
  const old = await proposed(partner);
  await agree(author, old, 1);
  await live(author, old, '2026-11-22');
  await feel(author, old);
  await letGo(partner, await proposed(partner));
  await done(author, beginTurns, 'PUT', { body: { rhythm: 'weekly', first: 'me' } });
  await done(partner, rateIdea, 'PUT', { params: { ideaId: idea(0) }, body: { novelty: 'new', pull: 'maybe' } });
  const { address } = await done(partner, makeCalendar, 'PUT', { body: { showsTitles: true } });
  shared = { plan, prompt, feed: String(address).split('/').at(-1) ?? '' };

  heard = [];
  await listen(partner, (name, payload) => heard.push(JSON.stringify([name, payload])));
});
afterEach(() => moveClock());

const idea = (n: number) => ideas[n]?.id ?? '';

/** What a path's parameters are tried with. */
const valuesOf = (id: string) => ({
  id: [id, shared.plan, shared.prompt, '00000000-0000-4000-8000-000000000000'],
  file: [shared.feed],
  ideaId: [idea(0), idea(1)],
  matterId: [id],
});

/** Everything that the partner can find out, by where. */
async function watch(id: string): Promise<Map<string, string>> {
  const seen = await readRoutes(partner, valuesOf(id));
  const views = await as(partner, async (scope) => ({
    'page: plans': await listPlans(scope),
    'page: lived': [await listLived(scope), await listLetGo(scope)],
    'page: today': await listTodaysPlans(scope),
    'page: ideas': [await listUsedIdeas(scope), await listDrawn(scope), await listRatings(scope)].map((part) =>
      JSON.stringify(part, (_, value) => (value instanceof Set || value instanceof Map ? [...value] : value)),
    ),
    'page: calendar': [await listEntries(scope, true), await listEntries(scope, false)],
    'page: counter': scope.member.eventSeq,
  }));
  for (const [page, view] of Object.entries(views)) seen.set(page, JSON.stringify(view));
  for (const [table, rows] of Object.entries(await readTables(partner, at))) seen.set(`table: ${table}`, rows);
  return seen;
}

type Step = [name: string, act: (id: string) => Promise<unknown>];

const body = (more: object = {}) => ({ kind: 'surprise', title: 'The old boat house', ...more });
const saturday = { day: '2026-11-28', time: '19:30', minutes: 180 };

const begins: Step[] = [
  ['begin a draft', (id) => write(author, id, body())],
  ...[1, 2, 3, 4, 5].map(
    (n): Step => [
      `rewrite it, ${n}`,
      (id) => write(author, id, body({ title: `Word ${n}`, text: 'x'.repeat(n * 300) })),
    ],
  ),
  ['say when', (id) => write(author, id, body({ when: saturday }))],
  ['attach an idea', (id) => write(author, id, body({ ideaId: idea(0) }))],
  [
    'rate the idea',
    () => call(author, rateIdea, 'PUT', { params: { ideaId: idea(0) }, body: { novelty: 'new', pull: 'yes' } }),
  ],
  ['rate the plan', (id) => rate(author, id)],
  ['seal', (id) => sealUp(author, id)],
  ['set its time', (id) => sealUp(author, id, { opens: { day: '2026-11-28', time: '18:00' } })],
];
const goesOn: Step[] = [
  ['change its time', (id) => sealUp(author, id, { opens: { day: '2026-11-29', time: '07:15' } })],
  ...[1, 2, 3, 4, 5].map(
    (n): Step => [
      `edit while sealed, ${n}`,
      (id) => write(author, id, body({ title: `Other ${n}`, text: 'y'.repeat(n * 200) })),
    ],
  ),
  ['say another day', (id) => write(author, id, body({ when: { day: '2026-12-24', time: '10:00' }, ideaId: idea(1) }))],
  ['look for what is due', () => revealSurprises()],
  ['clear its time', (id) => sealUp(author, id)],
];
const ends: Step[] = [
  ['unseal', (id) => unsealIt(author, id)],
  ['write on', (id) => write(author, id, body({ title: 'Another idea altogether' }))],
  ['delete', (id) => drop(author, id)],
];

/** Does the steps and finds, after each, what the partner sees otherwise than before. */
async function follow(id: string, steps: Step[], seen: Map<string, string>): Promise<Map<string, string>> {
  for (const [name, act] of steps) {
    await act(id);
    const after = await watch(id);
    expect(differ(seen, after), name).toEqual([]);
  }
  return seen;
}

/** Waits until the partner's socket has heard of something that comes after all of these. */
async function hearOut(): Promise<void> {
  const id = await proposed(author);
  await expect.poll(() => heard.some((line) => line.includes(id))).toBe(true);
}

test('of a surprise without a teaser the partner finds nothing, whatever its author does', async () => {
  const id = randomUUID();
  const before = await watch(id);
  expect(before.size).toBeGreaterThan(50);
  await follow(id, [...begins, ...goesOn, ...ends], before);
  const frames = heard.filter((line) => line.startsWith('["event"'));
  await hearOut();
  expect(frames).toEqual([]);
  expect(heard.filter((line) => line.startsWith('["event"'))).toHaveLength(1);
}, 60_000);

test('of one with a teaser they find what it says, when it is said, and nothing else', async () => {
  const id = randomUUID();
  const places = [
    'GET calendar/[file]',
    'GET events',
    `GET plans/[id] ${id}`,
    `GET plans/[id]/calendar ${id}`,
    'GET plans ',
    'page: calendar',
    'page: counter',
    'page: plans',
    'page: today',
    'table: couple',
    'table: event',
    'table: teaser',
  ];
  const isPlace = (key: string) => places.some((place) => key.startsWith(place)) || key.startsWith('GET couple');
  /** Does what must be seen. */
  const tell = async (act: () => Promise<unknown>, seen: Map<string, string>) => {
    await act();
    const after = await watch(id);
    const changed = differ(seen, after);
    expect(changed.filter((key) => !isPlace(key))).toEqual([]);
    expect(changed).toContain('table: event');
    return after;
  };
  let seen = await follow(id, begins, await watch(id));
  seen = await tell(() => tease(author, id, { when: saturday, wear: 'Boots', children: 'Ana' }), seen);
  expect(seen.get(`GET plans/[id] ${id}`)).toContain('Boots');
  const stamps = /DTSTAMP:\S+/g;
  const feed = () => seen.get(`GET calendar/[file] ${shared.feed}`) ?? '';
  const stamped = feed().match(stamps);
  expect(feed()).toContain(id);

  await follow(id, goesOn, seen);
  await follow(
    id,
    [['say the same again', () => tease(author, id, { when: saturday, wear: 'Boots', children: 'Ana' })]],
    seen,
  );
  moveClock(new Date('2026-11-24T09:00:00Z'));
  seen = await watch(id);
  await follow(id, goesOn, seen);
  // Other words move no stamp of the feed, whose entry says only when.
  seen = await tell(() => tease(author, id, { when: saturday, wear: 'Shoes' }), seen);
  expect(feed().match(stamps)).toEqual(stamped);
  await follow(id, goesOn, seen);
  seen = await tell(() => tease(author, id, { when: { ...saturday, time: '20:00' } }), seen);
  expect(feed().match(stamps)).not.toEqual(stamped);

  seen = await tell(() => untease(author, id), seen);
  expect(JSON.stringify([...seen].filter(([key]) => !/event/.test(key)).map(([, value]) => value))).not.toContain(id);
  await follow(id, goesOn, seen);
  seen = await tell(() => tease(author, id, { when: saturday }), seen);
  seen = await tell(() => unsealIt(author, id), seen);
  await follow(id, ends.slice(1), seen);
  await hearOut();
  const names = heard
    .filter((line) => line.startsWith('["event"'))
    .map((line) => (JSON.parse(line) as [string, { name: string }])[1].name);
  expect(names).toEqual([
    ...['teaser.given', 'teaser.given', 'teaser.given', 'teaser.takenback', 'teaser.given', 'teaser.takenback'],
    'plan.proposed',
  ]);
  expect(heard.join()).not.toMatch(/boat house|Boots|Shoes|Other|Word/);
}, 120_000);

test('one that is revealed, they find as it is then: nothing of how it came', async () => {
  const id = randomUUID();
  for (const [, act] of [...begins, ...goesOn]) await act(id);
  moveClock(new Date('2026-11-25T09:00:00Z'));
  await open(author, id);
  const all = JSON.stringify([...(await watch(id))].filter(([key]) => !key.includes(shared.plan)));
  expect(all).toContain('The old boat house');
  expect(all).not.toMatch(/Other \d|Word \d/);
  const { plan, plan_version: version } = await readTables(partner, at);
  for (const rows of [plan, version]) {
    const row = rows?.split('\n').find((line) => line.includes(id)) ?? '';
    expect(row).toContain('2026-11-25T09:00');
    expect(row).not.toMatch(/2026-11-2[34]T|2026-11-29/);
  }
});

describe('whoever knows the id of a surprise', () => {
  const bodies: Record<string, unknown> = {
    'PUT plans/[id]': body(),
    'PUT plans/[id]/agreement': { n: 1 },
    'PUT plans/[id]/felt': { id: randomUUID(), text: 'Warm' },
    'PUT plans/[id]/lived': { day: '2026-11-22' },
    'PUT plans/[id]/postponement': { n: 1, until: '2026-12-24' },
    'PUT plans/[id]/rating': { novelty: 'new', pull: 'yes' },
    'PUT plans/[id]/seal': {},
    'PUT plans/[id]/teaser': { when: saturday },
    'PUT plans/[id]/versions/[versionId]': { kind: 'countered', after: 1, title: 'x' },
  };
  const own = routes.filter(({ path }) => path.startsWith('plans/[id]'));

  /** Tries every route at an id. @returns what was answered, by route */
  async function tryAll(person: Person, id: string, but?: string): Promise<Record<string, string>> {
    const answers: Record<string, string> = {};
    for (const route of own) {
      const name = `${route.method} ${route.path}`;
      if (name === but) continue;
      if (route.handler.takesBody) expect(bodies, name).toHaveProperty([name]);
      const params = { id, ...(route.path.includes('[versionId]') && { versionId: randomUUID() }) };
      answers[name] = await show(person, route, params, '', bodies[name]);
    }
    return answers;
  }

  test('finds what there is at an id of nobody, and changes nothing', async () => {
    const former = await createPerson({ name: 'Former' });
    await owner.query('UPDATE member SET couple_id = $2, slot = 2 WHERE user_id = $1', [
      former.userId,
      (await createPerson()).coupleId,
    ]);
    const draft = await begin(author, body());
    const secret = await sealed(author, { day: '2026-11-28', time: '18:00' });
    const unsealed = await sealed(author);
    await tease(author, unsealed, { when: saturday });
    await unsealIt(author, unsealed);
    const untold = await sealed(author);
    await tease(author, untold, { when: saturday });
    await untease(author, untold);
    const told = await sealed(author);
    await tease(author, told, { when: saturday });
    const gone = await sealed(author);
    await tease(author, gone, { when: saturday });
    await drop(author, gone);

    const state = async () => (await owner.query('SELECT to_jsonb(p) FROM plan p ORDER BY id')).rows;
    const before = await state();
    for (const person of [partner, former, await createPerson()]) {
      // An id of nobody may be begun with; for anything else it is not there.
      const nobodys = await tryAll(person, randomUUID(), 'PUT plans/[id]');
      const missing = nobodys['DELETE plans/[id]'] ?? '';
      expect(missing).toContain('[404');
      expect(Object.keys(nobodys).length).toBeGreaterThan(15);
      for (const [name, answer] of Object.entries(nobodys)) expect(answer, name).toBe(missing);
      for (const id of [draft, secret, unsealed, untold, told]) {
        const answers = await tryAll(person, id);
        for (const [name, answer] of Object.entries(answers)) {
          const isTold = person === partner && id === told && name.startsWith('GET');
          expect(isTold || answer === missing, `${name} ${answer}`).toBe(true);
        }
      }
    }
    // Whether a surprise of which they once knew is still there, they do not find out.
    for (const id of [untold, unsealed, gone]) expect(await write(partner, id, body())).toBe('not_found');
    expect(await state()).toEqual(before);
    expect(await see(author, secret)).toMatchObject({ state: 'sealed', title: 'Swim at night' });
  });

  test('finds no row by SQL either, nor changes one', async () => {
    const id = await sealed(author);
    await tease(author, id, { when: saturday });
    // Such rows cannot come to be; if they did, they would be sealed too.
    await owner.query(
      `INSERT INTO felt (id, plan_id, couple_id, author_id, sealed_body) VALUES (gen_random_uuid(), $1, $2, $3, 'x')`,
      [id, author.coupleId, author.userId],
    );
    await owner.query(
      `INSERT INTO rating (id, user_id, plan_id, novelty, pull) VALUES (gen_random_uuid(), $1, $2, 2, 2)`,
      [author.userId, id],
    );
    const stranger = await createPerson();
    for (const person of [partner, stranger]) {
      await app.query('BEGIN');
      await app.query('SELECT * FROM app.enter($1)', [person.sessionId]);
      const rowsOf = async (sql: string) => {
        await app.query('SAVEPOINT s');
        try {
          return (await app.query(sql, [id])).rowCount;
        } catch (error) {
          await app.query('ROLLBACK TO s');
          return (error as { code: string }).code;
        }
      };
      const named = { plan: 'id', plan_version: 'plan_id', felt: 'plan_id', rating: 'plan_id' };
      for (const [table, column] of Object.entries(named)) {
        expect(await rowsOf(`SELECT 1 FROM ${table} WHERE ${column} = $1`), table).toBe(0);
        expect([0, '42501'], table).toContain(await rowsOf(`DELETE FROM ${table} WHERE ${column} = $1`));
      }
      for (const [sql, found] of [
        [`SELECT 1 FROM plan WHERE id = $1 FOR UPDATE`, 0],
        [`UPDATE plan SET state = 'planned' WHERE id = $1`, 0],
        [`UPDATE plan SET reveal_at = now() WHERE id = $1`, 0],
        [`UPDATE plan_version SET day = now() WHERE plan_id = $1`, 0],
        [`UPDATE plan_version SET sealed_body = NULL WHERE plan_id = $1`, 0],
        [`UPDATE felt SET sealed_body = NULL, withdrawn_at = now() WHERE plan_id = $1`, 0],
        [`UPDATE teaser SET day = now() WHERE plan_id = $1`, 0],
        [`DELETE FROM teaser WHERE plan_id = $1`, 0],
        [`SELECT 1 FROM teaser WHERE plan_id = $1`, person === partner ? 1 : 0],
        [`SELECT 1 FROM app.drawn() WHERE plan_id = $1`, 0],
        [`SELECT 1 FROM plan p JOIN teaser t ON t.plan_id = p.id WHERE p.id = $1`, 0],
        [
          `INSERT INTO rating (id, user_id, plan_id, novelty, pull) VALUES (gen_random_uuid(), app.user_id(), $1, 2, 2)`,
          '42501',
        ],
        [
          `INSERT INTO felt (id, plan_id, couple_id, author_id) VALUES (gen_random_uuid(), $1, app.couple_id(), app.user_id())`,
          '42501',
        ],
        [
          `INSERT INTO plan_version (id, plan_id, couple_id, author_id, n, kind) VALUES (gen_random_uuid(), $1, app.couple_id(), app.user_id(), 2, 'countered')`,
          'NR404',
        ],
        [
          `INSERT INTO plan_version (id, plan_id, couple_id, author_id, n, kind) VALUES (gen_random_uuid(), $1, app.couple_id(), '${author.userId}', 2, 'countered')`,
          'NR404',
        ],
        [
          `INSERT INTO teaser (plan_id, couple_id, author_id, for_id, day, sealed_body, given_at) VALUES ($1, app.couple_id(), app.user_id(), app.user_id(), now(), '', now())`,
          '42501',
        ],
        [`SELECT * FROM app.reveal_due() WHERE subject_id = $1`, '42501'],
        [`SELECT app.open_scope('${author.userId}', NULL), $1::uuid`, '42501'],
      ] as const)
        expect(await rowsOf(sql), sql).toBe(found);
      await app.query('ROLLBACK');
    }
  });
});

test('what the partner cannot see, they can be told nothing of: not even by a mistake of ours', async () => {
  const id = await sealed(author);
  const { rows } = await owner.query('SELECT event_seq FROM couple WHERE id = $1', [author.coupleId]);
  for (const name of ['plan.proposed', 'plan.revealed', 'teaser.given', 'felt.given'] as const)
    await as(author, ({ record }) => record(name, id));
  expect((await owner.query('SELECT event_seq FROM couple WHERE id = $1', [author.coupleId])).rows).toEqual(rows);
  expect(await look(partner, id)).toBe('not_found');
});
