import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { POST as confirm } from '#app/api/invites/[id]/confirm/route';
import { POST as acceptInvite } from '#app/api/invites/accept/route';
import { POST as invite, GET as readInvites } from '#app/api/invites/route';
import { moveClock } from '#lib/clock';
import { call } from '#lib/http/call';
import { createCouple, createPerson, leave, type Person } from '#lib/testing/people';
import {
  accept,
  act,
  agreeToRitual,
  approve,
  beginTalk,
  bring,
  bringNew,
  decline,
  give,
  listCommitments,
  listNotes,
  listTalks,
  moveTalk,
  offer,
  proposeRitual,
  sayOutcome,
  seeLive,
  seeNote,
  seeSchedule,
  seeTalk,
  talkAt,
  writeNote,
  writePart,
} from '#lib/testing/talks';

let stays: Person;
let goes: Person;
beforeEach(async () => {
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [stays, goes] = await createCouple({ name: 'Mika' }, { name: 'Noor' });
});
afterEach(() => moveClock());

async function link(inviter: Person, accepter: Person): Promise<void> {
  const id = randomUUID();
  const { body } = await call(inviter, invite, 'POST', { body: { id } });
  await call(accepter, acceptInvite, 'POST', { body: { token: String(body.link).split('/').at(-1) } });
  const { mine } = (await call(inviter, readInvites, 'GET')).body as { mine: { accepter: { id: string } } };
  const answer = await call(inviter, confirm, 'POST', { params: { id }, body: { accepterId: mine.accepter.id } });
  expect(answer.status).toBe(200);
}

/** A talk about something of the one who goes, written down by both, with a promise; over where `ends`. @returns ids */
async function talkedOver({ ends = true } = {}) {
  const { matterId: matter } = await bringNew(goes, { title: 'The mornings' });
  const talk = await talkAt(stays, goes, 'matter');
  await act(stays, talk, { name: 'choose', matterId: matter });
  await writePart(goes, talk, { kind: 'said', text: 'What the leaver said', after: 0 });
  await writePart(stays, talk, { kind: 'said', text: 'What the other said', after: 0 });
  await writePart(goes, talk, { kind: 'try', text: 'What the leaver wrote for both', after: 0 });
  await approve(goes, talk, 3);
  const asked = (await offer(goes, { talkId: talk, text: 'Asked by the leaver' })).body.id;
  await accept(stays, asked);
  const own = (await offer(stays, { talkId: talk, text: 'Asked by the other', doer: 'both' })).body.id;
  await accept(goes, own);
  if (ends) for (const person of [stays, goes]) await act(person, talk, { name: 'stop' });
  return { talk, matter, asked, own };
}

describe('somebody goes for good', () => {
  test('what was said together keeps its place without their words, and goes on with nobody', async () => {
    const { talk, matter, asked, own } = await talkedOver();
    await leave(goes);
    const view = (await seeTalk(stays, talk)).body;
    expect(JSON.stringify(view)).not.toMatch(/leaver|The mornings/);
    expect(view.matters).toMatchObject([{ id: matter, by: 'gone', title: null }]);
    expect(view.record).toMatchObject({ mine: { text: 'What the other said' }, theirs: { text: null, by: 'gone' } });
    expect(view.asksMe).toBe(false);
    const settled = Object.fromEntries(view.commitments.map(({ id, outcome, text }) => [id, [outcome, text]]));
    expect(settled).toEqual({ [asked]: ['letgo', null], [own]: ['letgo', 'Asked by the other'] });
    expect((await writePart(stays, talk, { kind: 'said', text: 'More', after: 2 })).code).toBe('alone');
    expect((await approve(stays, talk, 3)).code).toBe('alone');
    expect((await sayOutcome(stays, own, 'kept')).code).toBe('alone');
  });

  test('in the middle of a talk: it is over, at once', async () => {
    const { talk } = await talkedOver({ ends: false });
    await leave(goes);
    const view = (await seeLive(stays, talk)).body;
    expect((await seeTalk(stays, talk)).body.endedAt).not.toBeNull();
    expect((await give(stays, talk, view.moment, { name: 'yes' })).status).toBe(409);
    expect((await seeSchedule(stays)).body.underWay).toBeNull();
  });

  test('when they talk, what was moved, and what nobody has accepted is gone', async () => {
    await proposeRitual(stays);
    await agreeToRitual(goes);
    await proposeRitual(goes, { rhythm: 'daily', time: '07:00', form: 'brief' });
    await moveTalk(goes, '2026-11-29', { day: '2026-11-30', time: '19:00' });
    const offered = (await offer(stays)).body.id;
    await leave(goes);
    expect((await seeSchedule(stays)).body).toEqual({ agreed: null, proposed: null, next: null, underWay: null });
    expect((await listCommitments(stays)).body.commitments).toEqual([]);
    expect((await decline(stays, offered)).status).toBe(404);
  });

  test('a title that was brought for them shows to no later partner; the note stays', async () => {
    const { id } = (await writeNote(stays, { title: 'For Noor', text: 'Only for Noor' })).body;
    await bring(stays, id, { lend: true });
    await leave(goes);
    expect((await seeNote(stays, id)).body).toMatchObject({ title: 'For Noor', matterId: null, isLent: false });
    const comes = await createPerson({ name: 'Sam' });
    await link(stays, comes);
    const talk = await talkAt(comes, stays, 'thanks');
    expect((await seeLive(comes, talk)).body.matters).toEqual([]);
  });

  test('a later partner sees nothing of talks with somebody before, and begins anew', async () => {
    const { talk } = await talkedOver();
    await leave(goes);
    const comes = await createPerson({ name: 'Sam' });
    await link(stays, comes);
    expect((await listTalks(comes)).body.talks).toEqual([]);
    expect((await seeTalk(comes, talk)).status).toBe(404);
    expect((await seeLive(comes, talk)).status).toBe(404);
    expect((await approve(comes, talk, 3)).status).toBe(404);
    expect((await writePart(stays, talk, { kind: 'said', text: 'For Sam to read', after: 2 })).code).toBe('alone');
    expect((await listTalks(stays)).body.talks.map(({ id }) => id)).toEqual([talk]);
    expect((await beginTalk(comes)).status).toBe(200);
  });

  test('at the same moment as the other does something: both are done, or the other is told', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, two] = await createCouple();
      const talk = (await beginTalk(one)).body.id;
      const { id } = (await writeNote(one)).body;
      const [answer, brought] = await Promise.all([
        give(one, talk, 1, { name: 'yes' }),
        bring(one, id),
        proposeRitual(one),
        leave(two),
      ]);
      expect([200, 404, 409]).toContain(answer.status);
      expect([200, 404, 409]).toContain(brought.status);
      expect((await seeSchedule(one)).body.underWay).toBeNull();
    }
  });
});

describe('two become a couple', () => {
  test('notes that each wrote alone are still theirs alone, and can be brought from now on', async () => {
    const [one, comes] = [await createPerson(), await createPerson({ name: 'Noor' })];
    const { id } = (await writeNote(comes, { title: 'Written alone' })).body;
    expect((await bring(comes, id)).code).toBe('alone');
    await link(one, comes);
    expect((await listNotes(one)).body.notes).toEqual([]);
    expect((await bring(comes, id)).body).toMatchObject({ matterId: expect.any(String), talkId: null });
    const talk = await talkAt(one, comes, 'thanks');
    expect((await seeLive(one, talk)).body.matters.map(({ title }) => title)).toEqual(['Written alone']);
  });

  test('talks with somebody before move along, and stay between those two', async () => {
    const { talk } = await talkedOver();
    await leave(goes);
    const other = await createPerson({ name: 'Sam' });
    await link(other, stays);
    expect((await seeTalk(stays, talk)).body.record.mine?.text).toBe('What the other said');
    expect((await seeTalk(other, talk)).status).toBe(404);
  });
});
