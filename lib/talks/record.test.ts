import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCouple, createPerson, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';
import { act, approve, heldTalk, listTalks, seeTalk, talkAt, writePart } from '#lib/testing/talks';

let one: Person;
let two: Person;
let talk: string;
beforeEach(async () => {
  [one, two] = await createCouple();
  talk = await talkAt(one, two, 'write');
});

const said = (text: string, after = 0) => ({ kind: 'said', text, after });
const tries = (text: string, after = 0) => ({ kind: 'try', text, after });

describe('the record', () => {
  test('holds what each said and what both will try, and every version of it', async () => {
    await writePart(one, talk, said('I felt alone'));
    await writePart(two, talk, said('I did not know'));
    await writePart(two, talk, tries('Tuesdays'));
    await writePart(one, talk, tries('Tuesdays and Thursdays', 3));
    const { record } = (await seeTalk(two, talk)).body;
    expect(record).toMatchObject({
      mine: { text: 'I did not know', by: 'me' },
      theirs: { text: 'I felt alone', by: 'partner' },
      tries: { text: 'Tuesdays and Thursdays', by: 'partner', n: 4 },
      n: 4,
    });
    expect(record.trail.map(({ n, kind, by }) => [n, kind, by])).toEqual([
      [1, 'said', 'partner'],
      [2, 'said', 'me'],
      [3, 'try', 'me'],
      [4, 'try', 'partner'],
    ]);
    expect((await listNames(one)).filter((name) => name === 'record.changed')).toHaveLength(4);
  });

  test('a yes is to it as it stands: what is written after asks both again', async () => {
    await writePart(one, talk, said('I felt alone'));
    await approve(one, talk, 1);
    expect((await approve(two, talk, 1)).body.approved).toEqual({ me: true, partner: true });
    expect((await approve(two, talk, 1)).status).toBe(200);
    await writePart(two, talk, said('So did I'));
    expect((await seeTalk(one, talk)).body.record.approved).toEqual({ me: false, partner: false });
    const late = await approve(one, talk, 1);
    expect(late).toMatchObject({ status: 409, code: 'record_changed', present: { n: 2 } });
    expect((await approve(one, talk, 2)).body.approved).toEqual({ me: true, partner: false });
    expect((await listNames(one)).filter((name) => name === 'record.approved')).toHaveLength(3);
  });

  test('both write at once: one’s own parts both stand; of the shared one comes first, and the other is shown it', async () => {
    const own = await Promise.all([writePart(one, talk, said('Mine')), writePart(two, talk, said('Theirs'))]);
    expect(own.map(({ status }) => status)).toEqual([200, 200]);
    const shared = await Promise.all([writePart(one, talk, tries('A')), writePart(two, talk, tries('B'))]);
    expect(shared.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = shared.find(({ status }) => status === 409);
    expect(refused?.present?.tries?.text).toBe(shared[0]?.status === 200 ? 'A' : 'B');
  });

  test('twice is once, and the same again is no other version', async () => {
    const id = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => writePart(one, talk, said('Once'), id)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    await approve(one, talk, 1);
    expect((await writePart(one, talk, said('Once', 1))).body).toMatchObject({ n: 1, approved: { me: true } });
    expect((await writePart(two, talk, said('Another'), id)).code).toBe('conflict');
  });

  test('is written and agreed to after the talk too, and says whom it waits for', async () => {
    await writePart(one, talk, said('Late'));
    await approve(one, talk, 1);
    for (const person of [one, two]) await act(person, talk, { name: 'stop' });
    expect((await listTalks(two)).body.talks).toMatchObject([{ id: talk, asksMe: true }]);
    expect((await listTalks(one)).body.talks).toMatchObject([{ asksMe: false }]);
    await approve(two, talk, 1);
    expect((await listTalks(two)).body.talks).toMatchObject([{ asksMe: false }]);
  });

  test('nobody approves what is not written', async () => {
    expect((await approve(one, talk, 1)).code).toBe('record_changed');
  });

  test('is nobody else’s, and an evening has none', async () => {
    const stranger = await createPerson();
    expect((await writePart(stranger, talk, said('x'))).status).toBe(404);
    expect((await approve(stranger, talk, 1)).status).toBe(404);
    expect((await seeTalk(stranger, talk)).status).toBe(404);
    expect((await writePart(null, talk, said('x'))).status).toBe(401);
    for (const person of [one, two]) await act(person, talk, { name: 'stop' });
    const evening = await heldTalk(one, two, { form: 'evening' });
    expect((await writePart(one, evening, said('x'))).status).toBe(404);
  });
});

test('talks are listed, the newest first, by what they were about, page by page', async () => {
  for (const person of [one, two]) await act(person, talk, { name: 'stop' });
  const second = await heldTalk(one, two);
  const { talks, next } = (await listTalks(two)).body;
  expect(talks.map(({ id }) => id)).toEqual([second, talk]);
  expect(next).toBeNull();
  expect((await listTalks(two, { kind: 'fear' })).body.talks).toEqual([]);
  expect((await listTalks(two, { kind: 'nothing' })).status).toBe(422);
  const before = `${talks[0]?.begunAt}_${second}`;
  expect((await listTalks(two, { before })).body.talks.map(({ id }) => id)).toEqual([talk]);
});
