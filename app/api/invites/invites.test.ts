import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { moveClock, now } from '#lib/clock';
import { env } from '#lib/env';
import * as publishing from '#lib/events/publish';
import { call } from '#lib/http/call';
import { readInvite } from '#lib/invites/queries';
import { inviteDays } from '#lib/invites/rules';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';
import { asSystem } from '#lib/transaction';
import { POST as confirm } from './[id]/confirm/route.ts';
import { DELETE as revoke } from './[id]/route.ts';
import { POST as accept } from './accept/route.ts';
import { DELETE as withdraw } from './acceptance/route.ts';
import { POST as find } from './find/route.ts';
import { POST as create, GET as read } from './route.ts';

const owner = new pg.Client(env.DATABASE_URL);
beforeAll(() => owner.connect());
afterAll(() => owner.end());

let mika: Person;
let noor: Person;
let sam: Person;
beforeEach(async () => {
  [mika, noor, sam] = [
    await createPerson({ name: 'Mika' }),
    await createPerson({ name: 'Noor' }),
    await createPerson({ name: 'Sam' }),
  ];
});
afterEach(() => moveClock());

type Made = { id: string; token: string; code: string };

async function make(person: Person): Promise<Made> {
  const id = randomUUID();
  const { status, body } = await call(person, create, 'POST', { body: { id } });
  expect(status).toBe(200);
  return { id, token: String(body.link).split('/invite/')[1] ?? '', code: String(body.code) };
}

const acceptAs = (person: Person | null, { token }: { token: string }) =>
  call(person, accept, 'POST', { body: { token } });
/** Who stands on a person's page as the one who has accepted. */
async function accepterOn(person: Person): Promise<{ id: string; name: string } | null> {
  const { body } = await call(person, read, 'GET');
  return (body.mine as { accepter: { id: string; name: string } | null } | null)?.accepter ?? null;
}
const confirmSeen = (person: Person | null, id: string, accepterId = 'nobody') =>
  call(person, confirm, 'POST', { params: { id }, body: { accepterId } });
/** Says yes to whoever stands on the page now. */
const confirmAs = async (person: Person | null, id: string) =>
  confirmSeen(person, id, person ? (await accepterOn(person))?.id : undefined);
const revokeAs = (person: Person | null, id: string) => call(person, revoke, 'DELETE', { params: { id } });
const codeOf = (answer: { body: Record<string, unknown> }) => (answer.body.error as { code: string } | undefined)?.code;
const from = (address: string) => ({ 'x-forwarded-for': address });

async function coupleOf(person: Person): Promise<string> {
  return as(person, async ({ member }) => member.coupleId);
}
async function link(inviter: Person, accepter: Person): Promise<void> {
  const invite = await make(inviter);
  await acceptAs(accepter, invite);
  expect((await confirmAs(inviter, invite.id)).status).toBe(200);
}

describe('making', () => {
  test('shows link, code and picture once, and keeps hashes', async () => {
    const id = randomUUID();
    const { body } = await call(mika, create, 'POST', { body: { id } });
    expect(body.link).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/);
    expect(body.code).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
    expect(body.qr).toMatchObject({
      size: expect.any(Number),
      path: expect.stringMatching(/^(M\d+ \d+h\d+v1h-\d+z)+$/),
    });
    expect(body.invite).toMatchObject({ id, state: 'open', accepter: null });

    const { rows } = await owner.query('SELECT i::text AS row FROM invite i WHERE id = $1', [id]);
    const token = String(body.link).split('/').at(-1) ?? '';
    for (const secret of [token, Buffer.from(token, 'base64url').toString('hex'), String(body.code).replace('-', '')]) {
      expect(rows[0].row).not.toContain(secret);
    }
    const again = await call(mika, read, 'GET');
    expect(again.body).toEqual({ mine: body.invite, waiting: null });
  });

  test('revokes the older ones', async () => {
    const first = await make(mika);
    const second = await make(mika);
    expect(codeOf(await acceptAs(noor, first))).toBe('invite_revoked');
    expect((await acceptAs(noor, second)).status).toBe(200);
  });

  test('with the same id is one invite, whose last link works', async () => {
    const id = randomUUID();
    const answers = [
      await call(mika, create, 'POST', { body: { id } }),
      await call(mika, create, 'POST', { body: { id } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [first, second] = answers.map(({ body }) => ({ token: String(body.link).split('/').at(-1) ?? '' }));
    expect(codeOf(await acceptAs(noor, first ?? { token: '' }))).toBe('not_found');
    expect((await acceptAs(noor, second ?? { token: '' })).status).toBe(200);
    // Accepted, its link is not drawn anew.
    expect(codeOf(await call(mika, create, 'POST', { body: { id } }))).toBe('conflict');
  });

  test('several at once leaves one that is open', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call(mika, create, 'POST', { body: { id: randomUUID() } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const { rows } = await owner.query('SELECT 1 FROM invite WHERE inviter_id = $1 AND revoked_at IS NULL', [
      mika.userId,
    ]);
    expect(rows).toHaveLength(1);
  });

  test('is refused to one of two, signed out, with a strange id or another’s', async () => {
    const [one, two] = await createCouple();
    expect(codeOf(await call(one, create, 'POST', { body: { id: randomUUID() } }))).toBe('already_linked');
    expect(codeOf(await call(two, create, 'POST', { body: { id: randomUUID() } }))).toBe('already_linked');
    expect((await call(null, create, 'POST', { body: { id: randomUUID() } })).status).toBe(401);
    expect((await call(mika, create, 'POST', { body: { id: 'x' } })).status).toBe(422);
    expect((await call(mika, create, 'POST', { body: { id: randomUUID(), coupleId: randomUUID() } })).status).toBe(422);
    expect((await call(mika, create, 'POST', { body: '{' })).status).toBe(400);
    const { id } = await make(noor);
    expect(codeOf(await call(mika, create, 'POST', { body: { id } }))).toBe('not_found');
    expect((await call(noor, read, 'GET')).body.mine).toMatchObject({ id, state: 'open' });
  });
});

describe('accepting', () => {
  test('waits for the inviter, who learns the name, and no more', async () => {
    const publish = vi.spyOn(publishing, 'publish');
    const invite = await make(mika);
    const answer = await acceptAs(noor, invite);
    expect(answer).toMatchObject({ status: 200, body: { inviter: { name: 'Mika' } } });
    expect(publish).toHaveBeenCalledExactlyOnceWith({
      coupleId: mika.coupleId,
      seq: 1,
      name: 'invite.accepted',
      actorId: null,
      subjectId: invite.id,
    });
    const { body } = await call(mika, read, 'GET');
    expect(body.mine).toMatchObject({
      state: 'accepted',
      accepter: { id: expect.any(String), name: 'Noor', at: expect.any(String) },
    });
    expect(JSON.stringify(body)).not.toContain(noor.userId);
    expect((await call(noor, read, 'GET')).body).toMatchObject({ mine: null, waiting: { inviter: { name: 'Mika' } } });
    // Neither is in the other's couple, and neither row of the other can be seen.
    expect(await coupleOf(noor)).toBe(noor.coupleId);
    expect(await as(mika, ({ db }) => db.user.findMany())).toHaveLength(1);
    expect(await as(noor, ({ db }) => db.user.findMany())).toHaveLength(1);
  });

  test('works by code, however typed; and by the address that a code leads to', async () => {
    const invite = await make(mika);
    const found = await call(null, find, 'POST', {
      body: { code: invite.code.toLowerCase() },
      headers: from('10.0.0.1'),
    });
    expect(found.status).toBe(200);
    const ticket = String(found.body.path).split('/invite/')[1] ?? '';
    expect(ticket).not.toContain(invite.code.replace('-', ''));
    expect(await readInvite(ticket, null)).toMatchObject({ judged: 'open', inviterName: 'Mika' });
    expect((await acceptAs(noor, { token: ticket })).status).toBe(200);
    await call(noor, withdraw, 'DELETE');
    const typed = { body: { code: ` ${invite.code.replace('-', ' ')} ` }, headers: from('10.0.0.1') };
    expect((await call(noor, accept, 'POST', typed)).status).toBe(200);
  });

  test('twice by the same person is once', async () => {
    const invite = await make(mika);
    const answers = await Promise.all([acceptAs(noor, invite), acceptAs(noor, invite), acceptAs(noor, invite)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { rows } = await owner.query('SELECT 1 FROM event WHERE couple_id = $1', [mika.coupleId]);
    expect(rows).toHaveLength(1);
  });

  test('by many at once lets exactly one in', async () => {
    const invite = await make(mika);
    const people = await Promise.all(Array.from({ length: 6 }, (_, n) => createPerson({ name: `P${n}` })));
    const answers = await Promise.all(people.map((person) => acceptAs(person, invite)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === 'invite_taken')).toHaveLength(5);
  });

  test('is refused, each in its own way', async () => {
    const invite = await make(mika);
    expect(codeOf(await acceptAs(null, invite))).toBe('unauthenticated');
    expect(codeOf(await acceptAs(mika, invite))).toBe('invite_own');
    expect(codeOf(await acceptAs(noor, { token: 'A'.repeat(43) }))).toBe('not_found');
    expect(codeOf(await acceptAs(noor, { token: 'A'.repeat(64) }))).toBe('not_found');
    expect((await call(noor, accept, 'POST', { body: { token: '' } })).status).toBe(422);
    expect((await call(noor, accept, 'POST', { body: {} })).status).toBe(422);
    expect((await call(noor, accept, 'POST', { body: { ...invite } })).status).toBe(422);

    const [one] = await createCouple();
    expect(codeOf(await acceptAs(one, invite))).toBe('already_linked');

    await acceptAs(noor, invite);
    expect(codeOf(await acceptAs(sam, invite))).toBe('invite_taken');
    await confirmAs(mika, invite.id);
    expect(codeOf(await acceptAs(sam, invite))).toBe('invite_used');

    const old = await make(sam);
    const someone = await createPerson();
    moveClock(new Date(now().getTime() + inviteDays * 86_400_000 - 60_000));
    expect((await acceptAs(someone, old)).status).toBe(200);
    await call(someone, withdraw, 'DELETE');
    moveClock(new Date(now().getTime() + 60_001));
    expect(codeOf(await acceptAs(someone, old))).toBe('invite_expired');
    await revokeAs(sam, old.id);
    expect(codeOf(await acceptAs(someone, old))).toBe('invite_revoked');
  });

  test('another invite takes the earlier yes back', async () => {
    const [first, second] = [await make(mika), await make(sam)];
    await acceptAs(noor, first);
    const refresh = vi.spyOn(publishing, 'refreshUser');
    await acceptAs(noor, second);
    expect(refresh.mock.calls.flat()).toContain(mika.userId);
    expect((await call(mika, read, 'GET')).body.mine).toMatchObject({ state: 'open', accepter: null });
    expect((await call(noor, read, 'GET')).body.waiting).toMatchObject({ inviter: { name: 'Sam' } });
    expect(codeOf(await confirmAs(mika, first.id))).toBe('invite_not_accepted');
  });

  test('by code is tried a limited number of times from an address, and every wrong code is told the same', async () => {
    const invite = await make(mika);
    const tries = [];
    for (const code of [
      'AAAA-AAAA',
      '0',
      'no code at all',
      '🙂',
      '\u202E',
      ...Array.from({ length: 25 }, () => 'BBBBBBBB'),
    ]) {
      const answer = await call(null, find, 'POST', { body: { code }, headers: from('10.9.9.9') });
      const { requestId: _, ...error } = answer.body.error as Record<string, unknown>;
      tries.push(JSON.stringify({ status: answer.status, error }));
    }
    expect(new Set(tries).size).toBe(1);
    expect(tries[0]).toContain('not_found');
    const right = { body: { code: invite.code }, headers: from('10.9.9.9') };
    expect((await call(null, find, 'POST', right)).status).toBe(429);
    expect((await call(noor, accept, 'POST', right)).status).toBe(429);
    expect((await call(null, find, 'POST', { ...right, headers: from('10.9.9.8') })).status).toBe(200);
    expect((await acceptAs(noor, invite)).status).toBe(200);
  });
});

describe('taking back', () => {
  test('an acceptance opens the invite again, and tells the inviter’s page', async () => {
    const invite = await make(mika);
    await acceptAs(noor, invite);
    const refresh = vi.spyOn(publishing, 'refreshUser');
    expect((await call(noor, withdraw, 'DELETE')).status).toBe(204);
    expect(refresh).toHaveBeenCalledWith(mika.userId);
    expect((await call(noor, withdraw, 'DELETE')).status).toBe(204);
    expect(codeOf(await confirmAs(mika, invite.id))).toBe('invite_not_accepted');
    expect((await acceptAs(sam, invite)).status).toBe(200);
    expect((await call(null, withdraw, 'DELETE')).status).toBe(401);
  });

  test('declining revokes, and the one who waited learns it', async () => {
    const invite = await make(mika);
    await acceptAs(noor, invite);
    const refresh = vi.spyOn(publishing, 'refreshUser');
    expect((await revokeAs(mika, invite.id)).status).toBe(204);
    expect(refresh).toHaveBeenCalledWith(noor.userId);
    expect((await revokeAs(mika, invite.id)).status).toBe(204);
    expect((await call(noor, read, 'GET')).body).toEqual({ mine: null, waiting: null });
    expect(codeOf(await acceptAs(noor, invite))).toBe('invite_revoked');
    expect(codeOf(await confirmAs(mika, invite.id))).toBe('invite_revoked');
    expect(await coupleOf(noor)).toBe(noor.coupleId);
  });

  test('is for the maker alone', async () => {
    const invite = await make(mika);
    await acceptAs(noor, invite);
    for (const person of [noor, sam]) {
      expect(codeOf(await revokeAs(person, invite.id))).toBe('not_found');
      expect(codeOf(await confirmAs(person, invite.id))).toBe('not_found');
    }
    expect(codeOf(await revokeAs(null, invite.id))).toBe('unauthenticated');
    expect(codeOf(await confirmAs(null, invite.id))).toBe('unauthenticated');
    expect(codeOf(await confirmAs(mika, randomUUID()))).toBe('not_found');
    expect(codeOf(await confirmAs(mika, 'nonsense'))).toBe('not_found');
    expect((await call(mika, read, 'GET')).body.mine).toMatchObject({ state: 'accepted' });
  });
});

describe('confirming', () => {
  test('makes one couple, tells both, and cuts the sockets that stand in the wrong room', async () => {
    const publish = vi.spyOn(publishing, 'publish');
    const cut = vi.spyOn(publishing, 'cutSockets');
    const refresh = vi.spyOn(publishing, 'refreshUser');
    await link(mika, noor);
    expect(publish.mock.lastCall?.[0]).toMatchObject({
      coupleId: mika.coupleId,
      name: 'member.joined',
      subjectId: noor.userId,
    });
    expect(cut).toHaveBeenCalledWith({ userId: noor.userId });
    expect(refresh).toHaveBeenCalledWith(mika.userId);
    expect(await coupleOf(noor)).toBe(mika.coupleId);
    expect(await as(noor, async ({ member }) => member.partner?.name)).toBe('Mika');
    expect(await as(mika, async ({ member }) => member.partner?.name)).toBe('Noor');
    expect((await call(mika, read, 'GET')).body).toEqual({ mine: null, waiting: null });
    const { rows } = await owner.query('SELECT 1 FROM couple WHERE id = $1', [noor.coupleId]);
    expect(rows).toEqual([]);
  });

  test('twice, also at once, is once', async () => {
    const invite = await make(mika);
    await acceptAs(noor, invite);
    const seen = await accepterOn(mika);
    const answers = await Promise.all([
      confirmSeen(mika, invite.id, seen?.id),
      confirmSeen(mika, invite.id, seen?.id),
      confirmSeen(mika, invite.id, seen?.id),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { partner: { name: 'Noor' } } });
    expect(await confirmSeen(mika, invite.id, seen?.id)).toMatchObject({ status: 200 });
    expect(codeOf(await confirmSeen(mika, invite.id, 'somebody else'))).toBe('invite_used');
    const { rows } = await owner.query('SELECT name FROM event WHERE couple_id = $1', [mika.coupleId]);
    expect(rows).toEqual([{ name: 'member.joined' }]);
  });

  test('is for the one who was seen, and for nobody who came after', async () => {
    const invite = await make(mika);
    await acceptAs(noor, invite);
    const seen = await accepterOn(mika);
    await call(noor, withdraw, 'DELETE');
    expect(codeOf(await confirmSeen(mika, invite.id, seen?.id))).toBe('invite_not_accepted');
    await acceptAs(sam, invite);
    expect(await confirmSeen(mika, invite.id, seen?.id)).toMatchObject({
      status: 409,
      body: { error: { code: 'accepter_changed' } },
    });
    for (const person of [mika, noor, sam]) expect(await coupleOf(person)).toBe(person.coupleId);
    const anew = await accepterOn(mika);
    expect(anew).toMatchObject({ name: 'Sam' });
    expect(anew?.id).not.toBe(seen?.id);
    expect((await confirmSeen(mika, invite.id, anew?.id)).body).toEqual({ partner: { name: 'Sam' } });
  });

  test.each(Array.from({ length: 5 }, (_, n) => n))(
    'while the one who was seen makes room for another, links nobody else (%i)',
    async () => {
      const invite = await make(mika);
      await acceptAs(noor, invite);
      const seen = await accepterOn(mika);
      const swap = async () => {
        await call(noor, withdraw, 'DELETE');
        await acceptAs(sam, invite);
      };
      const [confirmed] = await Promise.all([confirmSeen(mika, invite.id, seen?.id), swap()]);
      expect(await coupleOf(sam)).toBe(sam.coupleId);
      expect(await coupleOf(noor)).toBe(confirmed.status === 200 ? mika.coupleId : noor.coupleId);
      if (confirmed.status !== 200) expect(['accepter_changed', 'invite_not_accepted']).toContain(codeOf(confirmed));
    },
  );

  test('wants to know who is meant', async () => {
    const invite = await make(mika);
    await acceptAs(noor, invite);
    const ask = (body: unknown) => call(mika, confirm, 'POST', { params: { id: invite.id }, body });
    expect((await ask({})).status).toBe(422);
    expect((await ask({ accepterId: 'x', name: 'Noor' })).status).toBe(422);
    // Neither the person's own id nor that of another invite says yes.
    expect(codeOf(await ask({ accepterId: noor.userId }))).toBe('accepter_changed');
    expect(await coupleOf(noor)).toBe(noor.coupleId);
  });

  test('a week later still works: it was accepted in time', async () => {
    const invite = await make(mika);
    await acceptAs(noor, invite);
    moveClock(new Date(now().getTime() + 30 * 86_400_000));
    expect((await confirmAs(mika, invite.id)).status).toBe(200);
  });

  test('before anybody has accepted does nothing', async () => {
    const invite = await make(mika);
    expect(codeOf(await confirmAs(mika, invite.id))).toBe('invite_not_accepted');
  });

  test.each(Array.from({ length: 5 }, (_, n) => n))(
    'against revoking or withdrawing, one of them happens (%i)',
    async () => {
      const invite = await make(mika);
      await acceptAs(noor, invite);
      const seen = await accepterOn(mika);
      const [confirmed, revoked] = await Promise.all([
        confirmSeen(mika, invite.id, seen?.id),
        revokeAs(mika, invite.id),
      ]);
      if (confirmed.status === 200) expect(codeOf(revoked)).toBe('already_linked');
      else expect([codeOf(confirmed), revoked.status]).toEqual(['invite_revoked', 204]);
      expect(await coupleOf(noor)).toBe(confirmed.status === 200 ? mika.coupleId : noor.coupleId);

      const [ada, ben] = [await createPerson(), await createPerson()];
      const other = await make(ada);
      await acceptAs(ben, other);
      const accepter = await accepterOn(ada);
      const [yes, back] = await Promise.all([confirmSeen(ada, other.id, accepter?.id), call(ben, withdraw, 'DELETE')]);
      if (yes.status === 200) expect([204, 409]).toContain(back.status);
      else expect([codeOf(yes), back.status]).toEqual(['invite_not_accepted', 204]);
      expect(await coupleOf(ben)).toBe(yes.status === 200 ? ada.coupleId : ben.coupleId);
    },
  );

  test.each(Array.from({ length: 5 }, (_, n) => n))('crosswise at once links the two once (%i)', async () => {
    const [mikas, noors] = [await make(mika), await make(noor)];
    await acceptAs(noor, mikas);
    await acceptAs(mika, noors);
    const [seenByMika, seenByNoor] = [await accepterOn(mika), await accepterOn(noor)];
    const answers = await Promise.all([
      confirmSeen(mika, mikas.id, seenByMika?.id),
      confirmSeen(noor, noors.id, seenByNoor?.id),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await coupleOf(noor)).toBe(await coupleOf(mika));
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM member WHERE couple_id = $1', [
      await coupleOf(mika),
    ]);
    expect(rows).toEqual([{ n: 2 }]);
  });

  test.each(Array.from({ length: 5 }, (_, n) => n))('of two invites in a ring links one pair (%i)', async () => {
    const [mikas, noors, sams] = [await make(mika), await make(noor), await make(sam)];
    await acceptAs(noor, mikas);
    await acceptAs(sam, noors);
    await acceptAs(mika, sams);
    const seen = [await accepterOn(mika), await accepterOn(noor), await accepterOn(sam)];
    const answers = await Promise.all([
      confirmSeen(mika, mikas.id, seen[0]?.id),
      confirmSeen(noor, noors.id, seen[1]?.id),
      confirmSeen(sam, sams.id, seen[2]?.id),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await owner.query(
      'SELECT couple_id, count(*)::int AS n FROM member WHERE user_id = ANY ($1) GROUP BY 1 ORDER BY 2',
      [[mika.userId, noor.userId, sam.userId]],
    );
    expect(rows.map(({ n }) => n)).toEqual([1, 2]);
  });

  test('leaves the invites of others that the two had accepted open again, and their own revoked', async () => {
    const [sams, noors, mikas] = [await make(sam), await make(noor), await make(mika)];
    await acceptAs(mika, sams);
    await acceptAs(noor, mikas);
    expect((await confirmAs(mika, mikas.id)).status).toBe(200);
    expect((await call(sam, read, 'GET')).body.mine).toMatchObject({ state: 'open', accepter: null });
    const ada = await createPerson();
    expect(codeOf(await acceptAs(ada, noors))).toBe('invite_revoked');
    expect(codeOf(await acceptAs(noor, sams))).toBe('already_linked');
    expect((await acceptAs(ada, sams)).status).toBe(200);
  });
});

test('a third member is impossible in the database', async () => {
  const [one] = await createCouple();
  const third = await createPerson();
  const put = (slot: number) =>
    owner.query('UPDATE member SET couple_id = $1, slot = $2 WHERE user_id = $3', [one.coupleId, slot, third.userId]);
  await expect(put(1)).rejects.toMatchObject({ code: '23505' });
  await expect(put(2)).rejects.toMatchObject({ code: '23505' });
  await expect(put(3)).rejects.toMatchObject({ code: '23514' });
  await expect(
    asSystem((db) => db.member.update({ where: { userId: third.userId }, data: { coupleId: one.coupleId, slot: 2 } })),
  ).rejects.toThrow();
});

test('the page of a link names the inviter while it is open, and to nobody else afterwards', async () => {
  const visitor = (person: Person, isLinked = false) => ({ userId: person.userId, isLinked });
  const invite = await make(mika);
  expect(await readInvite(invite.token, null)).toMatchObject({ judged: 'open', inviterName: 'Mika' });
  expect(await readInvite('wrong', null)).toEqual({ judged: 'unknown', inviterName: null, expiresAt: null });
  expect(await readInvite('', null)).toMatchObject({ judged: 'unknown' });
  await acceptAs(noor, invite);
  expect(await readInvite(invite.token, null)).toEqual({ judged: 'taken', inviterName: null, expiresAt: null });
  expect(await readInvite(invite.token, visitor(sam))).toEqual({ judged: 'taken', inviterName: null, expiresAt: null });
  expect(await readInvite(invite.token, visitor(noor))).toMatchObject({ judged: 'waiting', inviterName: 'Mika' });
  await confirmAs(mika, invite.id);
  expect(await readInvite(invite.token, visitor(sam))).toEqual({ judged: 'used', inviterName: null, expiresAt: null });
  expect(await readInvite(invite.token, visitor(noor, true))).toMatchObject({ judged: 'joined', inviterName: 'Mika' });
});
