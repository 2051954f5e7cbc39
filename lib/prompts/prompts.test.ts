import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PUT as giveAnswer, DELETE as takeBack } from '#app/api/prompts/[id]/answer/route';
import { DELETE as dropDraft, PUT as keepDraft } from '#app/api/prompts/[id]/draft/route';
import { DELETE as bringBack, PUT as postpone } from '#app/api/prompts/[id]/postponement/route';
import { PUT as react, DELETE as unreact } from '#app/api/prompts/[id]/reactions/[kind]/route';
import { PUT as sayReady } from '#app/api/prompts/[id]/readiness/route';
import { PUT as respond, DELETE as withdraw } from '#app/api/prompts/[id]/responses/[responseId]/route';
import { PUT as ask, GET as read } from '#app/api/prompts/[id]/route';
import { POST as swap } from '#app/api/prompts/[id]/swap/route';
import { GET as list } from '#app/api/prompts/route';
import { GET as today } from '#app/api/prompts/today/route';
import { PUT as mute, DELETE as unmute } from '#app/api/topics/[topic]/mute/route';
import { moveClock } from '#lib/clock';
import { env } from '#lib/env';
import { call } from '#lib/http/call';
import { topics } from '#lib/prompts/kinds';
import { questions } from '#lib/prompts/library';
import type { PromptLine, PromptView } from '#lib/prompts/view';
import { createCouple, createPerson, type Person } from '#lib/testing/people';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());
afterEach(() => moveClock());

const own = (depth = 'light') => ({ words: 'Which song was it?', topic: 'joy', depth });
const answered = (text: string) => ({ id: randomUUID(), text });

async function askOwn(person: Person, depth = 'light'): Promise<string> {
  const id = randomUUID();
  expect((await call(person, ask, 'PUT', { params: { id }, body: own(depth) })).status).toBe(200);
  return id;
}

async function see(person: Person, id: string): Promise<PromptView> {
  return (await call(person, read, 'GET', { params: { id } })).body as unknown as PromptView;
}

async function seeToday(person: Person): Promise<PromptView> {
  return (await call(person, today, 'GET')).body.prompt as PromptView;
}

async function seeWaiting(person: Person): Promise<PromptLine[]> {
  return (await call(person, list, 'GET')).body.waiting as PromptLine[];
}

const give = (person: Person, id: string, text: string) =>
  call(person, giveAnswer, 'PUT', { params: { id }, body: answered(text) });
const codeOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.error as { code?: string } | undefined)?.code;

async function revealed(): Promise<[Person, Person, string]> {
  const [one, two] = await createCouple();
  const id = await askOwn(one);
  await give(one, id, 'Mine');
  await give(two, id, 'Theirs');
  return [one, two, id];
}

describe('the question of the day', () => {
  test('is one for both, also when both look at once', async () => {
    const [one, two] = await createCouple();
    const seen = await Promise.all([one, two, one, two, one, two].map(seeToday));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
    expect(seen[0]?.askedBy).toBeNull();
  });

  test('changes at midnight of the couple’s zone, in the night the clocks go back too', async () => {
    const [one] = await createCouple({ timeZone: 'Europe/Madrid' });
    moveClock(new Date('2026-10-25T22:59:58Z'));
    const before = await seeToday(one);
    moveClock(new Date('2026-10-25T23:00:01Z'));
    const later = await seeToday(one);
    expect([before.day, later.day]).toEqual(['2026-10-25', '2026-10-26']);
    expect(later.id).not.toBe(before.id);
  });

  test('can be answered alone, and waits sealed', async () => {
    const one = await createPerson();
    const { id } = await seeToday(one);
    await give(one, id, 'Before you came');
    expect(await see(one, id)).toMatchObject({ state: 'waiting', theirs: null, mine: { text: 'Before you came' } });
  });

  test('always finds one: six topics are the most that one can mute, also all at once', async () => {
    const [one, two] = await createCouple();
    const muted = await Promise.all(topics.map((topic) => call(one, mute, 'PUT', { params: { topic } })));
    expect(muted.filter(({ status }) => status === 204)).toHaveLength(6);
    expect(muted.map(codeOf)).toContain('muted_enough');
    for (const topic of topics.slice(6)) await call(two, mute, 'PUT', { params: { topic } });
    expect(await seeToday(one)).not.toBeNull();
    const topic = topics.find((_, i) => muted[i]?.status === 204) ?? '';
    await call(one, unmute, 'DELETE', { params: { topic } });
    expect((await call(one, mute, 'PUT', { params: { topic } })).status).toBe(204);
  });

  test('leaves out what either has muted, and the other cannot learn it', async () => {
    const [one, two] = await createCouple();
    for (const topic of topics.slice(0, 6)) await call(one, mute, 'PUT', { params: { topic } });
    for (const topic of topics.slice(6, 12)) await call(two, mute, 'PUT', { params: { topic } });
    expect(await seeToday(one)).toMatchObject({ topic: topics[12] });
  });
});

describe('swap', () => {
  test('puts another in its place, once, whoever taps how often', async () => {
    const [one, two] = await createCouple();
    const first = await seeToday(one);
    const answers = await Promise.all(
      [one, two, one].map((person) => call(person, swap, 'POST', { params: { id: first.id } })),
    );
    const after = answers.map(({ body }) => (body.prompt as PromptView).id);
    expect(new Set(after).size).toBe(1);
    expect(after[0]).not.toBe(first.id);
    expect((await seeToday(two)).id).toBe(after[0]);
    expect(await see(one, first.id)).toMatchObject({ state: 'swapped' });
    expect(codeOf(await give(one, first.id, 'Late'))).toBe('swapped');
  });

  test('is refused once somebody has answered, and when it is not today’s', async () => {
    const [one, two] = await createCouple();
    const { id } = await seeToday(one);
    await give(one, id, 'Mine');
    expect(codeOf(await call(two, swap, 'POST', { params: { id } }))).toBe('answered');
    expect(codeOf(await call(two, swap, 'POST', { params: { id: await askOwn(one) } }))).toBe('conflict');
  });

  test('three times a day, and again tomorrow', async () => {
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const [one, two] = await createCouple();
    const swapToday = async (person: Person) =>
      call(person, swap, 'POST', { params: { id: (await seeToday(person)).id } });
    for (const person of [one, two, one]) expect((await swapToday(person)).status).toBe(200);
    expect(codeOf(await swapToday(two))).toBe('swapped_enough');
    moveClock(new Date('2026-11-21T12:00:00Z'));
    expect((await swapToday(two)).status).toBe(200);
  });

  test('swap and answer at once: the answer is kept, or refused in words', async () => {
    for (let round = 0; round < 8; round++) {
      const [one, two] = await createCouple();
      const { id } = await seeToday(one);
      const [swapped, given] = await Promise.all([call(one, swap, 'POST', { params: { id } }), give(two, id, 'Mine')]);
      expect([
        [200, 409],
        [409, 200],
      ]).toContainEqual([swapped.status, given.status]);
      expect((await see(two, id)).mine?.text).toBe(given.status === 200 ? 'Mine' : undefined);
    }
  });
});

describe('an answer', () => {
  test('is sealed for the partner until the second comes', async () => {
    const [one, two] = await createCouple();
    const id = await askOwn(one);
    await give(one, id, 'Mine');
    const sealed = await see(two, id);
    expect(sealed).toMatchObject({ state: 'sealed', theirs: null });
    expect(JSON.stringify(sealed)).not.toContain('Mine');
    expect((await give(two, id, 'Theirs')).body).toMatchObject({ state: 'revealed' });
    expect(await see(one, id)).toMatchObject({
      state: 'revealed',
      mine: { text: 'Mine' },
      theirs: { text: 'Theirs', by: 'partner' },
    });
    expect(await see(two, id)).toMatchObject({ state: 'revealed', mine: { text: 'Theirs' }, theirs: { text: 'Mine' } });
  });

  test('both at once are both kept, and open', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, two] = await createCouple();
      const id = await askOwn(one);
      const given = await Promise.all([give(one, id, 'Mine'), give(two, id, 'Theirs')]);
      expect(given.map(({ body }) => body.state).sort()).toEqual(['revealed', 'waiting']);
      expect(await see(one, id)).toMatchObject({
        state: 'revealed',
        mine: { text: 'Mine' },
        theirs: { text: 'Theirs' },
      });
    }
  });

  test('sent again after a lost network stands once; from a second device it changes the first', async () => {
    const [one, two] = await createCouple();
    const id = await askOwn(one);
    const body = answered('Mine');
    const sent = await Promise.all([1, 2, 3].map(() => call(one, giveAnswer, 'PUT', { params: { id }, body })));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    const changed = await give(one, id, 'Mine, better');
    expect(changed.body.id).toBe(body.id);
    await give(two, id, 'Theirs');
    expect((await see(two, id)).theirs?.text).toBe('Mine, better');
  });

  test('sent again after the reveal, because the first word was lost, is no error and changes nothing', async () => {
    const [one, two] = await createCouple();
    const id = await askOwn(one);
    const [mine, theirs] = [answered('Mine'), answered('Theirs')];
    await call(one, giveAnswer, 'PUT', { params: { id }, body: mine });
    for (let i = 0; i < 2; i++) {
      const { status, body } = await call(two, giveAnswer, 'PUT', { params: { id }, body: theirs });
      expect([status, body]).toEqual([200, { id: theirs.id, state: 'revealed' }]);
    }
    expect((await call(one, giveAnswer, 'PUT', { params: { id }, body: mine })).body.state).toBe('revealed');
    expect(codeOf(await give(two, id, 'Another'))).toBe('revealed');
    expect(await see(one, id)).toMatchObject({ mine: { text: 'Mine' }, theirs: { text: 'Theirs' } });
  });

  test('cannot be changed after the reveal, only withdrawn; what is withdrawn is gone from the database', async () => {
    const [one, two, id] = await revealed();
    expect(codeOf(await give(one, id, 'Other'))).toBe('revealed');
    await call(one, takeBack, 'DELETE', { params: { id } });
    await call(one, takeBack, 'DELETE', { params: { id } });
    expect((await see(two, id)).theirs).toMatchObject({ text: null, by: 'partner' });
    const { rows } = await owner.query('SELECT sealed_body FROM answer WHERE prompt_id = $1 AND author_id = $2', [
      id,
      one.userId,
    ]);
    expect(rows).toEqual([{ sealed_body: null }]);
    expect(codeOf(await give(one, id, 'Again'))).toBe('revealed');
  });

  test('can be taken back while sealed, without a trace', async () => {
    const [one, two] = await createCouple();
    const id = await askOwn(one);
    await give(one, id, 'Mine');
    await call(one, takeBack, 'DELETE', { params: { id } });
    expect(await see(two, id)).toMatchObject({ state: 'open', theirs: null });
    await give(two, id, 'Theirs');
    expect((await see(one, id)).state).toBe('sealed');
  });

  test('an id that is another’s answer is refused, and nothing changes', async () => {
    const [one, two] = await createCouple();
    const [first, second] = [await askOwn(one), await askOwn(one)];
    const body = answered('Mine');
    await call(one, giveAnswer, 'PUT', { params: { id: first }, body });
    for (const [person, id] of [
      [two, first],
      [one, second],
      [two, second],
    ] as const) {
      expect(codeOf(await call(person, giveAnswer, 'PUT', { params: { id }, body: { ...body, text: 'Forged' } }))).toBe(
        'conflict',
      );
    }
    expect((await see(one, first)).mine?.text).toBe('Mine');
    expect((await see(one, second)).state).toBe('open');
  });

  const thumbs = '👨‍👩‍👧‍👦';
  test.each([
    ['Latin', 'ä'.repeat(5000)],
    ['Arabic', `${'سلام '.repeat(999)}سلام`],
    ['Hebrew with marks', 'שָׁלוֹם'.repeat(700)],
    ['Chinese', '心'.repeat(5000)],
    ['Devanagari', 'क्षि'.repeat(1250)],
    ['pictures', thumbs.repeat(700)],
    ['letters beyond the first plane', '𝔞'.repeat(5000)],
    ['not composed', 'e\u0301 n\u0303'.repeat(900)],
    ['lines', 'one\n\ttwo\n\n'.repeat(400).trim()],
    [
      'signs that mean something elsewhere',
      `'; DROP TABLE answer; -- <script>alert(1)</script> \\u0000 %s \${x} {{y}}`,
    ],
  ])('%s survives byte for byte', async (_, text) => {
    const [one, two] = await createCouple();
    const id = await askOwn(one);
    expect((await give(one, id, text)).status).toBe(200);
    await give(two, id, 'x');
    expect((await see(two, id)).theirs?.text).toBe(text);
  });

  test.each([
    ['nothing', '', 'required'],
    ['blanks', ' \n\t ', 'required'],
    ['too much', 'x'.repeat(5001), 'too_long'],
    ['far too much', 'x'.repeat(21_000), 'too_long'],
    ['a null character', 'a\u0000b', 'invalid'],
    ['an escape', 'a\u001b[31m', 'invalid'],
    ['a number', 7, 'invalid'],
    ['null', null, 'invalid'],
  ])('%s is refused beside the field, and what stood there stays', async (_, text, problem) => {
    const [one] = await createCouple();
    const id = await askOwn(one);
    await give(one, id, 'Mine');
    const { status, body } = await call(one, giveAnswer, 'PUT', { params: { id }, body: { id: randomUUID(), text } });
    expect([status, body.error]).toEqual([422, expect.objectContaining({ fields: { text: problem } })]);
    expect((await see(one, id)).mine?.text).toBe('Mine');
  });

  test('of another couple is not there, and cannot be given', async () => {
    const [one] = await createCouple();
    const [stranger] = await createCouple();
    const id = await askOwn(one);
    for (const answer of [
      await call(stranger, read, 'GET', { params: { id } }),
      await give(stranger, id, 'x'),
      await call(stranger, takeBack, 'DELETE', { params: { id } }),
      await call(stranger, keepDraft, 'PUT', { params: { id }, body: { text: 'x' } }),
      await call(stranger, sayReady, 'PUT', { params: { id }, body: { ready: true } }),
      await call(stranger, swap, 'POST', { params: { id } }),
      await call(stranger, postpone, 'PUT', { params: { id } }),
      await call(stranger, respond, 'PUT', {
        params: { id, responseId: randomUUID() },
        body: { intent: 'cared', text: 'x' },
      }),
      await call(stranger, react, 'PUT', { params: { id, kind: 'felt' } }),
      await call(stranger, unreact, 'DELETE', { params: { id, kind: 'felt' } }),
    ]) {
      expect([answer.status, codeOf(answer)]).toEqual([404, 'not_found']);
    }
    expect(codeOf(await call(stranger, ask, 'PUT', { params: { id }, body: own() }))).toBe('conflict');
  });
});

describe('a draft', () => {
  test('is mine, on every device, and goes when the answer is given', async () => {
    const [one, two] = await createCouple();
    const id = await askOwn(one);
    for (const text of ['I', 'I w', 'I want']) await call(one, keepDraft, 'PUT', { params: { id }, body: { text } });
    expect((await see(one, id)).draft).toBe('I want');
    expect((await see(two, id)).draft).toBeNull();
    await give(one, id, 'I want to rest');
    expect((await see(one, id)).draft).toBeNull();
  });

  test('of both at once stands once each; dropping it twice is no error', async () => {
    const [one] = await createCouple();
    const id = await askOwn(one);
    const sent = await Promise.all(
      ['a', 'b', 'c'].map((text) => call(one, keepDraft, 'PUT', { params: { id }, body: { text } })),
    );
    expect(sent.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(['a', 'b', 'c']).toContain((await see(one, id)).draft);
    for (let i = 0; i < 2; i++) expect((await call(one, dropDraft, 'DELETE', { params: { id } })).status).toBe(204);
  });

  test('changes nothing that the partner can read', async () => {
    const [one, two] = await createCouple();
    const id = await askOwn(one);
    const before = [await see(two, id), await seeWaiting(two)];
    await call(one, keepDraft, 'PUT', { params: { id }, body: { text: 'Words' } });
    await call(one, postpone, 'PUT', { params: { id } });
    await call(one, mute, 'PUT', { params: { topic: 'joy' } });
    expect([await see(two, id), await seeWaiting(two)]).toEqual(before);
  });
});

describe('a deep one', () => {
  test('opens when both are ready, and shows until then only what one said oneself', async () => {
    const [one, two] = await createCouple();
    const id = await askOwn(one, 'deep');
    expect(await see(two, id)).toMatchObject({ state: 'closed', words: null, ready: null });
    expect(codeOf(await give(one, id, 'Early'))).toBe('closed');
    const before = await see(two, id);
    await call(one, sayReady, 'PUT', { params: { id }, body: { ready: true } });
    expect(await see(two, id)).toEqual(before);
    await call(one, sayReady, 'PUT', { params: { id }, body: { ready: false } });
    expect(await see(two, id)).toEqual(before);
    await call(two, sayReady, 'PUT', { params: { id }, body: { ready: true } });
    expect((await see(two, id)).state).toBe('closed');
    expect((await call(one, sayReady, 'PUT', { params: { id }, body: { ready: true } })).body).toEqual({
      opened: true,
    });
    expect(await see(two, id)).toMatchObject({ state: 'open', words: 'Which song was it?' });
  });

  test('both ready at once opens it, once', async () => {
    for (let round = 0; round < 6; round++) {
      const [one, two] = await createCouple();
      const id = await askOwn(one, 'deep');
      await Promise.all(
        [one, two].map((person) => call(person, sayReady, 'PUT', { params: { id }, body: { ready: true } })),
      );
      expect((await see(one, id)).state).toBe('open');
    }
  });
});

describe('not now', () => {
  test('leaves it out of my list until tomorrow, and out of nobody else’s', async () => {
    moveClock(new Date('2026-11-20T12:00:00Z'));
    const [one, two] = await createCouple();
    const id = await askOwn(two);
    await give(two, id, 'Mine');
    await call(one, postpone, 'PUT', { params: { id } });
    expect(await seeWaiting(one)).toEqual([]);
    expect((await seeWaiting(two)).map((line) => line.id)).toEqual([id]);
    moveClock(new Date('2026-11-21T12:00:00Z'));
    expect((await seeWaiting(one)).map((line) => line.id)).toEqual([id]);
    await call(one, postpone, 'PUT', { params: { id } });
    await call(one, bringBack, 'DELETE', { params: { id } });
    expect(await seeWaiting(one)).toHaveLength(1);
  });
});

describe('after the reveal', () => {
  test('each responds, and it is kept', async () => {
    const [one, two, id] = await revealed();
    const responseId = randomUUID();
    const body = { intent: 'understood', text: 'What I hear is …' };
    for (let i = 0; i < 2; i++)
      expect((await call(one, respond, 'PUT', { params: { id, responseId }, body })).status).toBe(200);
    await call(one, respond, 'PUT', {
      params: { id, responseId: randomUUID() },
      body: { intent: 'added', text: 'One more thing' },
    });
    expect((await see(two, id)).state).toBe('revealed');
    await call(two, respond, 'PUT', {
      params: { id, responseId: randomUUID() },
      body: { intent: 'cared', text: 'I will' },
    });
    const kept = await see(one, id);
    expect(kept.state).toBe('kept');
    expect(kept.responses.map(({ by, intent, text }) => [by, intent, text])).toEqual([
      ['me', 'understood', 'What I hear is …'],
      ['me', 'added', 'One more thing'],
      ['partner', 'cared', 'I will'],
    ]);
    expect(codeOf(await call(two, withdraw, 'DELETE', { params: { id, responseId } }))).toBe('not_found');
    expect(codeOf(await call(two, respond, 'PUT', { params: { id, responseId }, body }))).toBe('conflict');
    await call(one, withdraw, 'DELETE', { params: { id, responseId } });
    expect((await see(two, id)).responses[0]).toMatchObject({ by: 'partner', text: null });
  });

  test('and not before', async () => {
    const [one, two] = await createCouple();
    const id = await askOwn(one);
    await give(two, id, 'Theirs');
    const body = { intent: 'cared', text: 'x' };
    expect(codeOf(await call(one, respond, 'PUT', { params: { id, responseId: randomUUID() }, body }))).toBe('sealed');
    expect(codeOf(await call(one, react, 'PUT', { params: { id, kind: 'felt' } }))).toBe('sealed');
  });

  test('reactions come and go', async () => {
    const [one, two, id] = await revealed();
    await Promise.all([1, 2].map(() => call(one, react, 'PUT', { params: { id, kind: 'felt' } })));
    await call(one, react, 'PUT', { params: { id, kind: 'same' } });
    expect((await see(two, id)).reactions.theirs.sort()).toEqual(['felt', 'same']);
    await call(one, unreact, 'DELETE', { params: { id, kind: 'felt' } });
    expect((await see(two, id)).reactions).toEqual({ mine: [], theirs: ['same'] });
    expect((await call(one, react, 'PUT', { params: { id, kind: 'wow' } })).status).toBe(404);
  });
});

test('one person cannot use up what the other has to say', async () => {
  const [one, two, id] = await revealed();
  const say = (person: Person) =>
    call(person, respond, 'PUT', { params: { id, responseId: randomUUID() }, body: { intent: 'cared', text: '.' } });
  for (let i = 0; i < 50; i++) await say(one);
  expect(codeOf(await say(one))).toBe('said_enough');
  expect((await say(two)).status).toBe(200);
});

describe('asking', () => {
  test('thirty at once, until some are answered', async () => {
    const [one, two] = await createCouple();
    const ids = [];
    for (let i = 0; i < 30; i++) ids.push(await askOwn(one));
    expect(codeOf(await call(one, ask, 'PUT', { params: { id: randomUUID() }, body: own() }))).toBe('asked_enough');
    await askOwn(two);
    for (const person of [one, two]) await give(person, ids[0] ?? '', 'x');
    await askOwn(one);
  });

  const { id: contentId } = questions.find(({ depth }) => depth === 'light') ?? { id: '' };

  test('a question of the library, by both at once, is one', async () => {
    const [one, two] = await createCouple();
    const asked = await Promise.all(
      [one, two].map((person) => call(person, ask, 'PUT', { params: { id: randomUUID() }, body: { contentId } })),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(asked.map(codeOf)).toContain('asked_lately');
  });

  test('the same request twice asks once', async () => {
    const [one] = await createCouple();
    const params = { id: randomUUID() };
    for (let i = 0; i < 2; i++) expect((await call(one, ask, 'PUT', { params, body: { contentId } })).status).toBe(200);
    expect(await seeWaiting(one)).toHaveLength(1);
  });

  test('again after six months shows then beside now', async () => {
    const [one, two] = await createCouple();
    moveClock(new Date('2026-01-10T12:00:00Z'));
    const first = randomUUID();
    await call(one, ask, 'PUT', { params: { id: first }, body: { contentId } });
    await give(one, first, 'Then');
    await give(two, first, 'Then too');
    moveClock(new Date('2026-07-09T12:00:00Z'));
    expect(codeOf(await call(one, ask, 'PUT', { params: { id: randomUUID() }, body: { contentId } }))).toBe(
      'asked_lately',
    );
    expect((await see(one, first)).canAskAgain).toBe(false);
    moveClock(new Date('2026-07-10T12:00:01Z'));
    expect((await see(one, first)).canAskAgain).toBe(true);
    const second = randomUUID();
    expect((await call(two, ask, 'PUT', { params: { id: second }, body: { contentId } })).body).toMatchObject({
      earlierId: first,
      state: 'open',
    });
  });

  test.each([
    [{ contentId: 'joy-not-there' }, { contentId: 'unknown' }],
    [{ words: '', topic: 'joy', depth: 'light' }, undefined],
    [{ words: 'Why?', topic: 'money', depth: 'light' }, undefined],
    [{ words: 'x'.repeat(281), topic: 'joy', depth: 'light' }, undefined],
    [{ contentId: 'joy-x', words: 'Why?' }, undefined],
  ])('%o is refused', async (body, fields) => {
    const [one] = await createCouple();
    const answer = await call(one, ask, 'PUT', { params: { id: randomUUID() }, body });
    expect(answer.status).toBe(422);
    if (fields) expect(answer.body.error).toMatchObject({ fields });
  });

  test('an id that is no id is not found', async () => {
    const [one] = await createCouple();
    for (const id of ['x', '', '0', '../../etc', `${randomUUID()}'`]) {
      expect((await call(one, read, 'GET', { params: { id } })).status).toBe(404);
    }
  });
});

test('the list turns its pages without losing or repeating one, also of those revealed in one moment', async () => {
  const [one, two] = await createCouple();
  for (let i = 0; i < 33; i++) {
    const id = await askOwn(one);
    await give(one, id, 'a');
    await give(two, id, 'b');
  }
  await owner.query(`UPDATE prompt SET revealed_at = '2026-11-01' WHERE couple_id = $1`, [one.coupleId]);
  type Page = { prompts: PromptLine[]; next: string | null };
  const first = (await call(one, list, 'GET')).body.revealed as Page;
  const second = (await call(one, list, 'GET', { query: { before: first.next ?? '' } })).body.revealed as Page;
  expect([first.prompts.length, second.prompts.length, second.next]).toEqual([30, 3, null]);
  expect(new Set([...first.prompts, ...second.prompts].map(({ id }) => id)).size).toBe(33);
});
