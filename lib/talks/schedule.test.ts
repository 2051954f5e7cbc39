import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GET as readFeed } from '#app/api/calendar/[file]/route';
import { PUT as makeCalendar } from '#app/api/calendar/route';
import { GET as readFile } from '#app/api/ritual/calendar/route';
import { addDays, type Day, dayIn, moveClock, type Time, timeIn } from '#lib/clock';
import { call } from '#lib/http/call';
import { isRitualDay, listOccurrences, type RitualRule, type TalkFact, weekdayOf } from '#lib/talks/rules';
import { createCouple, createPerson, type Person } from '#lib/testing/people';
import { listNames } from '#lib/testing/plans';
import {
  act,
  agreeToRitual,
  beginTalk,
  declineRitual,
  endRitual,
  moveTalk,
  proposeRitual,
  seeSchedule,
  skipTalk,
  unskipTalk,
  weekly,
} from '#lib/testing/talks';

describe('the days of a ritual', () => {
  const zones = ['Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
  const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2026-01-01' as Day, count));
  const times = fc.constantFrom('00:00', '02:30', '20:30', '23:59') as fc.Arbitrary<Time>;
  const rules: fc.Arbitrary<RitualRule> = fc
    .record({
      rhythm: fc.constantFrom('weekly' as const, 'daily' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      time: times,
      form: fc.constantFrom('full' as const, 'brief' as const),
      fromDay: days,
      saidAt: fc.constant(new Date(0)),
    })
    .map((rule) => ({ ...rule, weekday: rule.rhythm === 'weekly' ? rule.weekday : null }));

  test('each comes once, on its weekday, at its time by the couple’s clock, whatever clocks do', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...zones), days, (rule, zone, day) => {
        const at = new Date(`${day}T12:00:00Z`);
        const found = listOccurrences(rule, [], zone, at, 56);
        const all = found.map((one) => one.day);
        expect(new Set(all).size).toBe(all.length);
        for (const one of found) {
          expect(isRitualDay(rule, one.day)).toBe(true);
          expect(dayIn(zone, one.startsAt)).toBe(one.day);
          // A time that clocks leave out becomes a later one.
          if (rule.time !== '02:30') expect(timeIn(zone, one.startsAt)).toBe(rule.time);
        }
        const sorted = [...found].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
        expect(found).toEqual(sorted);
        const last = addDays(dayIn(zone, at), 56);
        for (let next = addDays(dayIn(zone, at), 1); next <= last; next = addDays(next, 1))
          expect(all.includes(next)).toBe(isRitualDay(rule, next));
      }),
      { numRuns: 400 },
    );
  });

  test('a moved one is at its new time and not at its old, a skipped one says so, a begun one is none to come', () => {
    const rule: RitualRule = { ...weekly, saidAt: new Date(0), fromDay: '2026-11-01' as Day } as RitualRule;
    const fact = (day: string, more: Partial<TalkFact>): TalkFact => ({
      id: day,
      day: day as Day,
      form: 'full',
      startsAt: null,
      isSkipped: false,
      isBegun: false,
      saidAt: new Date(0),
      ...more,
    });
    const startsAt = new Date('2026-11-30T19:00:00Z');
    const facts = [
      fact('2026-11-29', { startsAt }),
      fact('2026-12-06', { isSkipped: true }),
      fact('2026-12-13', { isBegun: true }),
    ];
    const found = listOccurrences(rule, facts, 'Europe/Madrid', new Date('2026-11-28T12:00:00Z'), 28);
    expect(found.map(({ day, isMoved, isSkipped }) => [day, isMoved, isSkipped])).toEqual([
      ['2026-11-29', true, false],
      ['2026-12-06', false, true],
      ['2026-12-20', false, false],
    ]);
    expect(found[0]?.startsAt).toEqual(startsAt);
  });

  test('weekdays are those of the calendar', () => {
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map((day) => weekdayOf(day as Day))).toEqual([1, 6, 7]);
  });
});

let one: Person;
let two: Person;
beforeEach(async () => {
  // A Monday.
  moveClock(new Date('2026-11-23T18:00:00Z'));
  [one, two] = await createCouple();
});
afterEach(() => moveClock());

const sunday = '2026-11-29';
const nextOf = async (person: Person) => (await seeSchedule(person)).body.next;

describe('when the two talk', () => {
  test('is proposed by one, agreed to by the other, and holds for both', async () => {
    expect((await proposeRitual(one)).body).toMatchObject({ proposed: { by: 'me', ...weekly }, agreed: null });
    expect((await seeSchedule(two)).body.proposed).toMatchObject({ by: 'partner', weekday: 7, time: '20:30' });
    expect((await agreeToRitual(one)).code).toBe('ritual_changed');
    expect((await agreeToRitual(two)).body).toMatchObject({ agreed: weekly, proposed: null });
    expect((await agreeToRitual(two)).status).toBe(200);
    expect(await nextOf(one)).toMatchObject({
      id: null,
      day: sunday,
      startsAt: '2026-11-29T19:30:00.000Z',
      isMoved: false,
      isNear: false,
      isNow: false,
    });
    expect(await listNames(two)).toEqual(['ritual.proposed', 'ritual.agreed']);
  });

  test('the yes is to what was read: another proposal meanwhile is not it', async () => {
    await proposeRitual(one);
    await proposeRitual(one, { ...weekly, time: '06:00' });
    const late = await agreeToRitual(two);
    expect(late).toMatchObject({ status: 409, code: 'ritual_changed', present: { proposed: { time: '06:00' } } });
  });

  test('both propose at once: one stands, and either can say yes to the other’s', async () => {
    const mine = { ...weekly, weekday: 3 };
    const sent = await Promise.all([proposeRitual(one), proposeRitual(two, mine)]);
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    const { proposed } = (await seeSchedule(one)).body;
    const [asked, body] = proposed?.by === 'me' ? [two, weekly] : [one, mine];
    expect((await agreeToRitual(asked, body)).body.agreed).toMatchObject(body);
  });

  test('is declined or taken back without a word, and the old one holds', async () => {
    await proposeRitual(one);
    await agreeToRitual(two);
    for (const person of [one, two]) {
      await proposeRitual(one, { ...weekly, weekday: 1 });
      expect((await declineRitual(person)).body).toMatchObject({ agreed: weekly, proposed: null });
    }
    expect((await listNames(one)).slice(-2)).toEqual(['ritual.proposed', 'ritual.declined']);
  });

  test('is ended by either, at once', async () => {
    await proposeRitual(one);
    await agreeToRitual(two);
    await moveTalk(one, sunday, { day: '2026-11-30', time: '19:00' });
    expect((await endRitual(two)).body).toMatchObject({ agreed: null, next: null });
    await endRitual(two);
    expect((await listNames(one)).filter((name) => name === 'ritual.ended')).toHaveLength(1);
  });

  test.each([
    ['a weekly one without a weekday', { rhythm: 'weekly', time: '20:30', form: 'full' }],
    ['a daily one with one', { ...weekly, rhythm: 'daily' }],
    ['an eighth weekday', { ...weekly, weekday: 8 }],
    ['no time', { ...weekly, time: '24:00' }],
    ['an evening', { ...weekly, form: 'evening' }],
    ['more than it takes', { ...weekly, why: 'because' }],
  ])('%s is refused', async (_, body) => {
    expect((await proposeRitual(one, body)).status).toBe(422);
  });

  test('is nothing for one alone, a stranger, or nobody', async () => {
    await proposeRitual(one);
    const alone = await createPerson();
    expect((await proposeRitual(alone)).code).toBe('alone');
    expect((await agreeToRitual(alone)).status).toBe(409);
    expect((await seeSchedule(alone)).body).toMatchObject({ agreed: null, proposed: null, next: null });
    for (const answer of [seeSchedule(null), proposeRitual(null), agreeToRitual(null), endRitual(null)])
      expect((await answer).status).toBe(401);
  });
});

describe('one talk', () => {
  beforeEach(async () => {
    await proposeRitual(one);
    await agreeToRitual(two);
  });

  test('is moved by either, again and again, and no other with it', async () => {
    expect((await moveTalk(one, sunday, { day: '2026-11-30', time: '19:00' })).body.next).toMatchObject({
      day: sunday,
      startsAt: '2026-11-30T18:00:00.000Z',
      isMoved: true,
    });
    expect((await moveTalk(two, sunday, { day: '2026-12-01', time: '07:00' })).body.next?.startsAt).toBe(
      '2026-12-01T06:00:00.000Z',
    );
    moveClock(new Date('2026-12-01T10:00:00Z'));
    expect(await nextOf(one)).toMatchObject({ day: '2026-12-06', isMoved: false });
    expect((await listNames(two)).slice(-2)).toEqual(['talk.moved', 'talk.moved']);
  });

  test.each([
    ['into the past', sunday, { day: '2026-11-23', time: '18:00' }, 422],
    ['behind the one after it', sunday, { day: '2026-12-06', time: '20:30' }, 422],
    ['on a day without one', '2026-11-28', { day: '2026-11-30', time: '19:00' }, 404],
    ['far ahead', '2027-11-28', { day: '2027-11-28', time: '19:00' }, 404],
  ])('is not moved %s', async (_, day, to, status) => {
    expect((await moveTalk(one, day, to)).status).toBe(status);
  });

  test('is left out, once, and takes place after all', async () => {
    const sent = await Promise.all([skipTalk(one, sunday), skipTalk(two, sunday)]);
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect(await nextOf(one)).toMatchObject({ day: '2026-12-06' });
    expect((await unskipTalk(two, sunday)).body.next).toMatchObject({ day: sunday });
    expect((await listNames(one)).slice(2)).toEqual(['talk.skipped', 'talk.moved']);
  });

  test('both move it at the same moment: it is at one time, and each is told which', async () => {
    const times = ['19:00', '21:00'];
    const sent = await Promise.all(
      [one, two].map((person, index) => moveTalk(person, sunday, { day: '2026-11-30', time: times[index] })),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect((await nextOf(one))?.startsAt).toBe((await nextOf(two))?.startsAt);
  });

  test('says when it is near, and when it is time; begun, the next is the one after it', async () => {
    moveClock(new Date('2026-11-26T19:30:00Z'));
    expect(await nextOf(one)).toMatchObject({ isNear: true, isNow: false });
    moveClock(new Date('2026-11-29T19:21:00Z'));
    expect(await nextOf(one)).toMatchObject({ isNow: true });
    await moveTalk(two, sunday, { day: sunday, time: '20:45' });
    moveClock(new Date('2026-11-29T19:45:00Z'));
    const { id } = (await beginTalk(one, { form: 'full', day: sunday })).body;
    expect((await seeSchedule(two)).body).toMatchObject({ underWay: { id }, next: { day: '2026-12-06' } });
    expect((await skipTalk(two, sunday)).status).toBe(404);
    await act(two, id, { name: 'stop' });
    // It never came about: it is still to come.
    expect(await nextOf(one)).toMatchObject({ day: sunday });
  });
});

describe('in the calendar', () => {
  async function readEvents(person: Person, showsTitles = false) {
    const { address } = (await call(person, makeCalendar, 'PUT', { body: { showsTitles } })).body;
    const file = String(address).split('/').at(-1) ?? '';
    const request = new Request(`http://nearer.test/${file}`, { headers: { host: 'nearer.test' } });
    const text = await (await readFeed(request, { params: Promise.resolve({ file }) })).text();
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const [start, end] = [event.startDate.toJSDate(), event.endDate.toJSDate()];
      return { uid: event.uid, title: event.summary, start: start.toISOString(), minutes: (+end - +start) / 60_000 };
    });
  }

  beforeEach(async () => {
    await proposeRitual(one);
    await agreeToRitual(two);
  });

  test('the next talks stand at their times and say nothing; moved, they keep their id', async () => {
    const before = await readEvents(two);
    expect(before).toHaveLength(8);
    expect(before[0]).toMatchObject({ title: 'Something is planned', start: '2026-11-29T19:30:00.000Z', minutes: 60 });
    await moveTalk(one, sunday, { day: '2026-11-30', time: '19:00' });
    await skipTalk(one, '2026-12-06');
    const after = await readEvents(one);
    expect(after[0]).toEqual({ ...before[0], start: '2026-11-30T18:00:00.000Z' });
    expect(after.map(({ start }) => start)).not.toContain('2026-12-06T19:30:00.000Z');
  });

  test('where titles are shown they say that it is a talk', async () => {
    expect(new Set((await readEvents(one, true)).map(({ title }) => title))).toEqual(new Set(['Time to talk']));
  });

  test('the next is a file of its own', async () => {
    const request = new Request('http://nearer.test/', { headers: { host: 'nearer.test', cookie: one.cookie } });
    const text = await (await readFile(request, { params: Promise.resolve({}) })).text();
    expect(text).toContain('DTSTART:20261129T193000Z');
    await endRitual(one);
    expect((await call(one, readFile, 'GET')).status).toBe(404);
    expect((await call(null, readFile, 'GET')).status).toBe(401);
    expect(await readEvents(one)).toEqual([]);
  });

  test('the time of a talk stays the same on the wall when clocks change', async () => {
    moveClock(new Date('2027-03-20T12:00:00Z'));
    [one, two] = await createCouple();
    await proposeRitual(one);
    await agreeToRitual(two);
    const starts = (await readEvents(one)).slice(0, 3).map(({ start }) => start);
    expect(starts).toEqual(['2027-03-21T19:30:00.000Z', '2027-03-28T18:30:00.000Z', '2027-04-04T18:30:00.000Z']);
  });
});
