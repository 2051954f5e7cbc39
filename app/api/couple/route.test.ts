import { afterEach, expect, test } from 'vitest';
import * as couple from '#app/api/couple/route';
import { holdSockets } from '#lib/events/publish';
import { call } from '#lib/http/call';
import { watchSockets } from '#lib/testing/accounts';
import { as, createCouple, createPerson, type Person } from '#lib/testing/people';

afterEach(() => holdSockets(undefined));

const patch = (person: Person | null, body: unknown) => call(person, couple.PATCH, 'PATCH', { body });

test('either changes zone and circumstances for both, and the other is told', async () => {
  const [mika, noor] = await createCouple();
  const stranger = await createPerson();
  const seen = watchSockets();
  const answer = await patch(noor, { timeZone: 'America/Bogota', circumstances: ['faraway', 'children', 'faraway'] });
  expect(answer).toMatchObject({
    status: 200,
    body: { timeZone: 'America/Bogota', circumstances: ['children', 'faraway'] },
  });
  expect(seen.events).toEqual([{ seq: 1, name: 'couple.changed', actorId: noor.userId, subjectId: noor.coupleId }]);
  const { coupleTimeZone, circumstances } = await as(mika, async ({ member }) => member);
  expect({ coupleTimeZone, circumstances }).toEqual({
    coupleTimeZone: 'America/Bogota',
    circumstances: ['children', 'faraway'],
  });
  expect((await as(stranger, async ({ member }) => member)).coupleTimeZone).toBe('Europe/Madrid');
  expect((await patch(mika, { circumstances: [] })).body).toEqual({ timeZone: 'America/Bogota', circumstances: [] });
});

test('the zone is stored under its one name', async () => {
  const mika = await createPerson();
  expect((await patch(mika, { timeZone: 'europe/berlin' })).body).toEqual({
    timeZone: 'Europe/Berlin',
    circumstances: [],
  });
  expect((await as(mika, async ({ member }) => member)).coupleTimeZone).toBe('Europe/Berlin');
});

test('both at once leave no gap in the events', async () => {
  const [mika, noor] = await createCouple();
  const answers = await Promise.all([patch(mika, { timeZone: 'Asia/Tokyo' }), patch(noor, { timeZone: 'Asia/Seoul' })]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await as(mika, async ({ member }) => member.eventSeq)).toBe(2);
});

test.each([
  [{}, 'body', 'invalid'],
  [{ timeZone: 'Nowhere' }, 'timeZone', 'invalid'],
  [{ circumstances: ['rich'] }, 'circumstances.0', 'invalid'],
  [{ circumstances: 'children' }, 'circumstances', 'invalid'],
  [{ eventSeq: 7 }, 'eventSeq', 'unknown'],
])('%j is refused', async (body, field, problem) => {
  const mika = await createPerson();
  expect(await patch(mika, body)).toMatchObject({ status: 422, body: { error: { fields: { [field]: problem } } } });
  expect((await patch(null, body)).status).toBe(401);
});
