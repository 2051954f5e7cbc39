import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { PUT as giveAnswer } from '#app/api/prompts/[id]/answer/route';
import { PUT as ask } from '#app/api/prompts/[id]/route';
import { call } from '#lib/http/call';
import { mostNotes } from '#lib/talks/notes';
import { createCouple, createPerson, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';
import {
  act,
  bring,
  bringNew,
  dropNote,
  listNotes,
  seeLive,
  seeNote,
  talkAt,
  unbring,
  writeNote,
} from '#lib/testing/talks';

let one: Person;
let two: Person;
beforeEach(async () => {
  [one, two] = await createCouple();
});

describe('a note', () => {
  test('is written, written anew, and dropped, and makes no event', async () => {
    const { id } = (await writeNote(one, { kind: 'fear', title: 'The move', text: 'What if it is wrong' })).body;
    expect((await writeNote(one, { kind: 'dream', title: 'The move' }, id)).body).toMatchObject({
      kind: 'dream',
      title: 'The move',
      text: null,
      matterId: null,
    });
    expect((await listNotes(one)).body.notes).toHaveLength(1);
    expect((await dropNote(one, id)).status).toBe(204);
    expect((await dropNote(one, id)).status).toBe(204);
    expect((await seeNote(one, id)).status).toBe(404);
    expect(await listNames(one)).toEqual([]);
  });

  test('sent twice at once is one', async () => {
    const id = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => writeNote(one, {}, id)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await listNotes(one)).body.notes).toHaveLength(1);
  });

  test('is nobody else’s to read, write, bring or drop', async () => {
    const { id } = (await writeNote(one, { text: 'Mine' })).body;
    for (const person of [two, await createPerson()]) {
      expect((await seeNote(person, id)).status).toBe(404);
      expect((await writeNote(person, { title: 'Theirs' }, id)).status).toBe(404);
      expect([404, 409]).toContain((await bring(person, id)).status);
      expect((await dropNote(person, id)).status).toBe(204);
      expect((await listNotes(person)).body.notes).toEqual([]);
    }
    expect((await seeNote(one, id)).body).toMatchObject({ title: 'Mornings', text: 'Mine' });
    expect((await seeNote(null, id)).status).toBe(401);
  });

  test.each([
    ['of no kind', { kind: 'wish' }],
    ['without a title', { title: ' ' }],
    ['with a title of two lines', { title: 'One\nTwo' }],
    ['that is too long', { text: 'x'.repeat(5001) }],
    ['from a question that is not there', { promptId: randomUUID() }],
  ])('%s is refused', async (_, body) => {
    expect((await writeNote(one, body)).status).toBe(422);
  });

  test('can begin from what was revealed, and not from what is not', async () => {
    const id = randomUUID();
    await call(one, ask, 'PUT', { params: { id }, body: { words: 'Why?', topic: 'joy', depth: 'light' } });
    expect((await writeNote(one, { promptId: id })).status).toBe(422);
    for (const person of [one, two])
      await call(person, giveAnswer, 'PUT', { params: { id }, body: { id: randomUUID(), text: 'So' } });
    expect((await writeNote(one, { promptId: id })).body.promptId).toBe(id);
  });
});

test('the list holds all that wait, however many were talked about since', async () => {
  const { id } = (await writeNote(one, { title: 'The oldest' })).body;
  await bring(one, id);
  const talk = await talkAt(one, two, 'matter');
  for (let n = 0; n < 3; n++) {
    const { id: taken, matterId } = await bringNew(one, { title: `Taken ${n}` });
    expect((await seeNote(one, taken)).body.talkId).toBe(talk);
    if (n === 0) await act(one, talk, { name: 'choose', matterId });
  }
  const { notes } = (await listNotes(one)).body;
  expect(notes.map(({ title, isTaken }) => [title, isTaken])).toEqual([
    ['Taken 2', false],
    ['Taken 1', false],
    ['The oldest', false],
    ['Taken 0', true],
  ]);
});

describe('bringing', () => {
  test('is not for thanks and asks, which have steps of their own; a brought one that becomes such is brought no more', async () => {
    for (const kind of ['gratitude', 'ask']) {
      const { id } = (await writeNote(one, { kind })).body;
      expect((await bring(one, id)).code).toBe('invalid');
      const { id: brought } = await bringNew(one, { text: 'Text' }, { lend: true });
      expect((await writeNote(one, { kind, text: 'Text' }, brought)).body).toMatchObject({
        matterId: null,
        isLent: false,
      });
    }
    const talk = await talkAt(one, two, 'matter');
    expect((await seeLive(two, talk)).body.matters).toEqual([]);
  });

  test('takes two', async () => {
    const alone = await createPerson();
    const { id } = (await writeNote(alone)).body;
    expect((await bring(alone, id)).code).toBe('alone');
  });

  test('twice, also at once, is once; lending needs a text', async () => {
    const { id } = (await writeNote(one, { text: 'Text' })).body;
    const sent = await Promise.all([1, 2].map(() => bring(one, id, { lend: true })));
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect((await seeNote(one, id)).body).toMatchObject({ matterId: expect.any(String), isLent: true });
    expect((await bring(one, id)).body.isLent).toBe(false);
    const bare = (await writeNote(one)).body.id;
    expect((await bring(one, bare, { lend: true })).body).toMatchObject({
      matterId: expect.any(String),
      isLent: false,
    });
    await bring(one, id, { lend: true });
    expect((await writeNote(one, { title: 'Bare now' }, id)).body).toMatchObject({
      matterId: expect.any(String),
      isLent: false,
    });
  });

  test('what they talk about stays with the talk, whatever becomes of the note', async () => {
    const { id, matterId } = await bringNew(one);
    const talk = await talkAt(one, two, 'matter');
    await act(one, talk, { name: 'choose', matterId });
    expect((await unbring(one, id)).code).toBe('talk_changed');
    await writeNote(one, { title: 'Another title' }, id);
    await dropNote(one, id);
    const view = await act(two, talk, { name: 'pause', minutes: 20 });
    expect(view.matters).toMatchObject([{ id: matterId, title: 'Mornings', isTaken: true }]);
  });

  test('in the middle of a talk it is there at once, and gone again when it is taken back', async () => {
    const talk = await talkAt(one, two, 'matter');
    const told = async () => (await listNames(two)).filter((name) => name === 'talk.changed').length;
    const before = await told();
    const { id } = (await writeNote(one)).body;
    await bring(one, id);
    expect((await seeLive(two, talk)).body.matters).toHaveLength(1);
    await writeNote(one, { title: 'Said better' }, id);
    expect((await seeLive(two, talk)).body.matters[0]?.title).toBe('Said better');
    await unbring(one, id);
    expect((await seeLive(two, talk)).body.matters).toEqual([]);
    await bring(one, id);
    await dropNote(one, id);
    expect((await seeLive(two, talk)).body.matters).toEqual([]);
    expect(await told()).toBe(before + 5);
  });
});

test('more notes that wait than anybody keeps are refused; those that were talked about do not count', async () => {
  for (let n = 0; n < mostNotes; n++) expect((await writeNote(one)).status).toBe(200);
  expect((await writeNote(one)).code).toBe('said_enough');
  const [{ id = '' } = {}] = (await listNotes(one)).body.notes;
  const { matterId } = (await bring(one, id)).body;
  const talk = await talkAt(one, two, 'matter');
  await act(one, talk, { name: 'choose', matterId });
  expect((await writeNote(one)).status).toBe(200);
});
