import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { moveClock, now } from '#lib/clock';
import { env } from '#lib/env';
import { createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import {
  act,
  agreeToRitual,
  approve,
  beginTalk,
  bring,
  bringNew,
  dropNote,
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
  writePart,
} from '#lib/testing/talks';

// What one of the two could try alone, against the other.

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let one: Person;
let two: Person;
beforeEach(async () => {
  moveClock(new Date('2026-11-22T19:30:00.000Z'));
  [one, two] = await createCouple();
});
afterEach(() => moveClock());

function pass(minutes: number): void {
  moveClock(new Date(now().getTime() + minutes * 60_000));
}

describe('a talk on one phone that the other does not know of', () => {
  const lend = () => bringNew(two, { title: 'Lent', text: 'For when we sit together' }, { lend: true });
  const titles = async (id: string) => (await seeLive(one, id)).body.matters.map(({ title }) => title);

  test('shows nothing of theirs and opens nothing, until they say by their own session that they are here', async () => {
    const { matterId } = await lend();
    const { id } = (await beginTalk(one, { phones: 1 })).body;
    await act(one, id, { name: 'yes' });
    expect((await seeLive(one, id)).body).toMatchObject({
      step: 'thanks',
      matters: [],
      isHere: { me: true, partner: false },
    });
    expect((await seeLent(one, id, matterId)).status).toBe(404);
    const { moment } = (await seeLive(one, id)).body;
    expect((await give(one, id, moment, { name: 'here' }, 'partner')).status).toBe(409);
    // Nor by going to two phones and back.
    await act(one, id, { name: 'phones', phones: 2 });
    expect(await titles(id)).toEqual([]);
    pass(3);
    await act(one, id, { name: 'phones', phones: 1 });
    expect(await titles(id)).toEqual([]);
    await act(two, id, { name: 'here' });
    expect(await titles(id)).toEqual(['Lent']);
    expect((await seeLent(one, id, matterId)).body).toEqual({ text: 'For when we sit together' });
  });

  test('a yes on arriving that was taken back is none', async () => {
    const { matterId } = await lend();
    const { id } = (await beginTalk(one, { phones: 1 })).body;
    await act(two, id, { name: 'yes' });
    await act(two, id, { name: 'unyes' });
    await act(one, id, { name: 'yes' });
    expect(await titles(id)).toEqual([]);
    expect((await seeLent(one, id, matterId)).status).toBe(404);
  });

  test('nor does a yes of long ago count as being here', async () => {
    const { matterId } = await lend();
    const { id } = (await beginTalk(one, { phones: 1 })).body;
    await act(two, id, { name: 'yes' });
    pass(20);
    await act(one, id, { name: 'yes' });
    expect((await seeLive(one, id)).body).toMatchObject({ matters: [], isHere: { me: true, partner: false } });
    expect((await seeLent(one, id, matterId)).status).toBe(404);
  });

  test('what was lent was lent for that talk: once it is over, no copy of it is left', async () => {
    const { id: note, matterId } = await lend();
    const { id } = (await beginTalk(one, { phones: 1 })).body;
    await act(two, id, { name: 'yes' });
    await act(one, id, { name: 'yes' });
    expect((await seeLent(one, id, matterId)).status).toBe(200);
    await act(one, id, { name: 'stop' });
    expect((await seeNote(two, note)).body).toMatchObject({ matterId, isLent: false, talkId: null });
    const { rows } = await owner.query('SELECT 1 FROM lent_note WHERE id = $1', [matterId]);
    expect(rows).toEqual([]);
  });

  test('lent in the middle of one, it shows from then on', async () => {
    const { id: note, matterId } = await bringNew(two, { title: 'Not lent yet', text: 'Its text' });
    const { id } = (await beginTalk(one, { phones: 1 })).body;
    await act(two, id, { name: 'yes' });
    await act(one, id, { name: 'yes' });
    expect(await titles(id)).toEqual([]);
    await bring(two, note, { lend: true });
    expect(await titles(id)).toEqual(['Not lent yet']);
    expect((await seeLent(one, id, matterId)).status).toBe(200);
  });
});

describe('at the very moment in which the other leaves for good', () => {
  /** Does something many times over while the other goes. */
  async function race(does: (person: Person) => Promise<{ status: number }>, check: (person: Person) => Promise<void>) {
    for (let round = 0; round < 12; round++) {
      const [stays, goes] = await createCouple();
      const [answer] = await Promise.all([does(stays), leave(goes)]);
      expect([200, 409]).toContain(answer.status);
      await check(stays);
    }
  }

  test('nothing stays brought or lent', async () => {
    await race(
      async (person) => {
        const { id } = (await writeNote(person, { text: 'Lent' })).body;
        return bring(person, id, { lend: true });
      },
      async ({ userId }) => {
        for (const table of ['matter', 'lent_note'])
          expect((await owner.query(`SELECT 1 FROM ${table} WHERE author_id = $1`, [userId])).rows, table).toEqual([]);
      },
    );
  });

  test('no talk stays under way', async () => {
    await race(
      (person) => beginTalk(person),
      async (person) => expect((await seeSchedule(person)).body.underWay).toBeNull(),
    );
  });

  test('nothing stays offered', async () => {
    await race(
      (person) => offer(person),
      async (person) => expect((await listCommitments(person)).body.commitments).toEqual([]),
    );
  });

  test('a command is done, or refused: never said to be done where nothing was stored', async () => {
    for (let round = 0; round < 12; round++) {
      const [stays, goes] = await createCouple();
      const { id } = (await beginTalk(stays)).body;
      const [answer] = await Promise.all([give(stays, id, 1, { name: 'yes' }), leave(goes)]);
      if (answer.status === 200) expect(answer.body.marks.me || answer.body.phase === 'ended').toBe(true);
      else expect(answer.status).toBe(409);
    }
  });
});

describe('when the two talk', () => {
  beforeEach(async () => {
    await proposeRitual(one);
    await agreeToRitual(two);
  });

  test('a day that is far off is not used up by a talk today', async () => {
    const { next } = (await seeSchedule(one)).body;
    expect(await beginTalk(one, { phones: 1, day: next?.day })).toMatchObject({ status: 200 });
    const [third, fourth] = await createCouple();
    moveClock(new Date('2026-11-23T08:00:00.000Z'));
    await proposeRitual(third);
    await agreeToRitual(fourth);
    for (const day of ['2026-11-29', '2026-12-13'])
      expect(await beginTalk(third, { phones: 1, day })).toMatchObject({ status: 422, code: 'invalid' });
    expect((await seeSchedule(fourth)).body).toMatchObject({ underWay: null, next: { day: '2026-11-29' } });
  });

  test('the last day ahead is not moved to another year', async () => {
    const last = '2027-01-17';
    expect((await moveTalk(one, last, { day: '2027-01-17', time: '21:00' })).status).toBe(200);
    expect((await moveTalk(one, last, { day: '2031-01-17', time: '21:00' })).code).toBe('invalid');
  });

  test('nobody agrees to it in the other’s name, nor rewrites what is agreed', async () => {
    const app = new pg.Client(env.APP_DATABASE_URL);
    await app.connect();
    const attempt = async (sql: string) => {
      await app.query('BEGIN');
      try {
        await app.query('SELECT app.enter($1)', [one.sessionId]);
        return (await app.query(sql, [one.coupleId, two.userId])).rowCount;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await app.query('ROLLBACK');
      }
    };
    const add = (isAgreed: boolean) =>
      `INSERT INTO ritual (couple_id, is_agreed, author_id, rhythm, time, form, from_day) VALUES ($1, ${isAgreed}, $2, 'daily', '03:00', 'brief', now())`;
    expect(await attempt(add(false))).toBe('NR404');
    expect(await attempt(`WITH gone AS (DELETE FROM ritual WHERE couple_id = $1) ${add(true)}`)).toBe('NR409');
    expect(await attempt(`UPDATE ritual SET time = '03:00' WHERE couple_id = $1 AND author_id <> $2`)).toBe('NR409');
    await app.end();
  });
});

test('begun and put off again and again, one talk outside the ritual is to come, and no more', async () => {
  for (let n = 1; n <= 4; n++) {
    const { id } = (await beginTalk(one)).body;
    const answer = await give(one, id, 1, { name: 'move', to: now().getTime() + n * 3_600_000 });
    expect(answer.status).toBe(204);
  }
  const { rows } = await owner.query('SELECT 1 FROM talk WHERE couple_id = $1', [one.coupleId]);
  expect(rows).toHaveLength(1);
});

describe('the record', () => {
  test('is not used up by one alone', async () => {
    const talk = await talkAt(one, two, 'write');
    let after = 0;
    for (let n = 1; n <= 30; n++) {
      const { status, body } = await writePart(one, talk, { kind: 'said', text: `Word ${n}`, after });
      expect(status).toBe(200);
      after = body.n;
    }
    expect((await writePart(one, talk, { kind: 'said', text: 'One more', after })).code).toBe('said_enough');
    expect((await writePart(two, talk, { kind: 'said', text: 'My first', after: 0 })).status).toBe(200);
  });

  test('begins once both have arrived: what is written is not lost with a talk that never was', async () => {
    const { id } = (await beginTalk(one)).body;
    expect((await writePart(one, id, { kind: 'said', text: 'Too soon', after: 0 })).status).toBe(404);
  });

  test('after the talk, both at the same moment: each is stored, or told how it stands', async () => {
    for (let round = 0; round < 6; round++) {
      const talk = await heldTalk(one, two);
      const sent = await Promise.all(
        [one, two].map((person) => writePart(person, talk, { kind: 'said', text: 'Mine', after: 0 })),
      );
      expect(sent.map(({ status }) => status)).toEqual([200, 200]);
      expect((await seeTalk(one, talk)).body.record.n).toBe(2);
      expect((await approve(two, talk, 2)).status).toBe(200);
    }
  });
});

describe('a note', () => {
  test('that was talked about: whether it is still there the other cannot ask', async () => {
    const { id, matterId } = await bringNew(two, { title: 'Talked about' });
    const talk = await talkAt(one, two, 'matter');
    await act(one, talk, { name: 'choose', matterId });
    const shown = JSON.stringify([(await seeLive(one, talk)).body, (await seeTalk(one, talk)).body]);
    expect(shown).toContain(matterId);
    expect(shown).not.toContain(id);
    // By the id that they know, a note of their own is begun, with or without the other's.
    expect((await writeNote(one, { title: 'A probe' }, matterId)).status).toBe(200);
    await dropNote(two, id);
    expect((await writeNote(one, { title: 'A probe' }, matterId)).status).toBe(200);
  });

  test('written, brought and dropped by two devices at once, neither is lost nor stuck', async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await bringNew(one, { text: 'Text' }, { lend: true });
      const sent = await Promise.all([
        writeNote(one, { title: 'Anew', text: 'Text' }, id),
        dropNote(one, id),
        bring(one, id),
        unbring(one, id),
      ]);
      for (const { status } of sent) expect([200, 204, 404]).toContain(status);
    }
    expect(
      (
        await owner.query(
          'SELECT 1 FROM matter WHERE author_id = $1 AND NOT EXISTS (SELECT 1 FROM note n WHERE n.matter_id = matter.id)',
          [one.userId],
        )
      ).rows,
    ).toEqual([]);
  });
});

test('whose turn it is to begin tells nothing of talks with somebody before', async () => {
  const begins = async (person: Person, other: Person) => {
    const id = await talkAt(person, other, 'thanks');
    return (await seeLive(person, id)).body.holder;
  };
  const [stays, goes] = await createCouple();
  await heldTalk(stays, goes);
  await leave(goes);
  const comes = await createPerson({ name: 'Sam' }, stays);
  const [fresh, other] = await createCouple();
  expect(await begins(comes, stays)).toBe(await begins(other, fresh));
});
