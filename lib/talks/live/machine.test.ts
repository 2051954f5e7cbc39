import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Form, forms, stepsOf } from '#lib/talks/kinds';
import type { Command } from '#lib/talks/live/commands';
import { apply, begin, forPartner, legalFor, minutesTaken, type Result, stepOf } from '#lib/talks/live/machine';
import type { Slot, State } from '#lib/talks/live/state';

const minute = 60_000;
const hour = 60 * minute;
const questions = { light: ['l1', 'l2', 'l3'], warm: ['w1', 'w2'], deep: ['d1'] };

function start(form: Form = 'full', more: Partial<Parameters<typeof begin>[0]> = {}): State {
  return begin({ form, phones: 2, host: null, first: 0, questions, at: 0, ...more });
}

function stateOf(result: Result): State {
  if (!('state' in result)) throw new Error(`No state: ${JSON.stringify(result)}`);
  return result.state;
}

/** A talk that one tells command by command; each takes a second. */
function tell(from: State, ...said: [by: Slot, name: Command['name'] | Command, after?: number][]): State {
  let at = from.touchedAt;
  return said.reduce((state, [by, told, after = 1000]) => {
    at += after;
    const command = (typeof told === 'string' ? { name: told } : told) as Command;
    return stateOf(apply(state, command, { by, moment: state.moment, at }));
  }, from);
}

const both = (name: 'yes' | 'stop'): [Slot, Command['name']][] => [
  [0, name],
  [1, name],
];
const refuses = (state: State, by: Slot, name: Command['name']) =>
  expect(apply(state, { name } as Command, { by, moment: state.moment, at: state.touchedAt })).toEqual({
    refused: true,
  });

/** By the shortest way to a step. */
function at(step: string, form: Form = 'full'): State {
  let state = start(form);
  for (let i = 0; i < 40 && stepOf(state).step !== step; i++) {
    if (state.phase === 'turn') state = tell(state, [state.holder ?? 0, 'pass']);
    else state = tell(state, ...both('yes'));
  }
  return state;
}

describe('the way through', () => {
  test.each(forms)('a %s talk goes through its steps in order, each by the yes of both, and ends', (form) => {
    let state = start(form);
    const seen = [stepOf(state).step];
    while (state.phase !== 'ended') {
      state = state.phase === 'turn' ? tell(state, [state.holder ?? 0, 'pass']) : tell(state, ...both('yes'));
      const { step } = stepOf(state);
      if (seen.at(-1) !== step) seen.push(step);
    }
    expect(seen).toEqual(stepsOf[form].map(({ step }) => step));
    expect(state.endedAt).toBe(state.touchedAt);
  });

  test('the minutes of the forms are those that are promised', () => {
    const sum = (form: Form) => stepsOf[form].reduce((all, { minutes }) => all + minutes, 0);
    expect([sum('full'), sum('short'), sum('brief')]).toEqual([60, 20, 10]);
  });

  test('one alone goes nowhere, and can take the yes back', () => {
    const one = tell(start(), [0, 'yes']);
    expect(one).toMatchObject({ step: 0, marks: [true, false] });
    expect(tell(one, [0, 'unyes']).marks).toEqual([false, false]);
  });

  test('in turns: one has the word, then the other, then both say how to go on', () => {
    const thanks = at('thanks');
    const { first } = thanks;
    expect(thanks).toMatchObject({ phase: 'turn', holder: first });
    refuses(thanks, first === 0 ? 1 : 0, 'pass');
    refuses(thanks, first, 'yes');
    const second = tell(thanks, [first, 'pass']);
    expect(second.holder).toBe(first === 0 ? 1 : 0);
    const between = tell(second, [second.holder ?? 0, 'pass']);
    expect(between).toMatchObject({ phase: 'between', holder: null });
    expect(tell(between, [0, 'again'])).toMatchObject({ phase: 'turn', holder: first });
  });
});

describe('speaker and listener', () => {
  const speaking = () => tell(at('matter'), [0, { name: 'choose', matterId: null }]);

  test('whoever chooses begins, or the one whose matter it is', () => {
    const choose = at('matter');
    expect(speaking()).toMatchObject({ phase: 'speaking', holder: 0, matterId: null });
    const command: Command = { name: 'choose', matterId: 'm' };
    const chosen = apply(choose, command, { by: 0, moment: choose.moment, at: choose.touchedAt, matter: 1 });
    expect(stateOf(chosen)).toMatchObject({ holder: 1, matterId: 'm' });
  });

  test('said, said back, and felt heard: the same speaks on', () => {
    const state = tell(speaking(), [0, 'said'], [1, 'saidBack'], [0, 'heard']);
    expect(state).toMatchObject({ phase: 'speaking', holder: 0, confirmed: 1, tries: 0 });
  });

  test('each does only what is theirs', () => {
    refuses(speaking(), 1, 'said');
    const saying = tell(speaking(), [0, 'said']);
    refuses(saying, 0, 'saidBack');
    const asked = tell(saying, [1, 'saidBack']);
    refuses(asked, 1, 'heard');
    refuses(asked, 1, 'notQuite');
  });

  test('not quite is said twice of one statement, and anew of the next', () => {
    const twice = tell(
      speaking(),
      [0, 'said'],
      [1, 'saidBack'],
      [0, 'notQuite'],
      [1, 'saidBack'],
      [0, 'notQuite'],
      [1, 'saidBack'],
    );
    refuses(twice, 0, 'notQuite');
    const next = tell(twice, [0, 'heard'], [0, 'said'], [1, 'saidBack']);
    expect(legalFor(next, 0, next.touchedAt)).toContain('notQuite');
  });

  test('the floor passes after three statements', () => {
    const once: [Slot, Command['name']][] = [
      [0, 'said'],
      [1, 'saidBack'],
      [0, 'heard'],
    ];
    expect(tell(speaking(), ...once, ...once)).toMatchObject({ holder: 0, confirmed: 2 });
    expect(tell(speaking(), ...once, ...once, ...once)).toMatchObject({ phase: 'speaking', holder: 1, confirmed: 0 });
  });

  test('and after six minutes, at the end of a statement', () => {
    const before = tell(speaking(), [0, 'said', 5 * minute], [1, 'saidBack'], [0, 'heard']);
    expect(before.holder).toBe(0);
    const after = tell(speaking(), [0, 'said', 6 * minute], [1, 'saidBack'], [0, 'heard']);
    expect(after).toMatchObject({ holder: 1, confirmed: 0, floorAt: after.touchedAt });
  });

  test('it is summed up when both say so, and from there another matter can be taken', () => {
    const summary = tell(speaking(), ...both('yes'));
    expect(summary).toMatchObject({ phase: 'summary', holder: null });
    expect(tell(summary, [1, { name: 'choose', matterId: 'n' }])).toMatchObject({ phase: 'speaking', matterId: 'n' });
    expect(stepOf(tell(summary, ...both('yes'))).step).toBe('ask');
  });
});

describe('a break', () => {
  test('stops all clocks, and goes on when both are back', () => {
    const before = tell(at('matter'), [0, { name: 'choose', matterId: null }], [0, 'said', 30_000]);
    const away = tell(before, [1, { name: 'pause', minutes: 20 }, 10_000]);
    expect(away.pause).toEqual({ at: before.touchedAt + 10_000, until: before.touchedAt + 10_000 + 20 * minute });
    refuses(away, 1, 'saidBack');
    const back = tell(away, [0, 'yes', 3 * hour], [1, 'yes', minute]);
    const long = 3 * hour + minute;
    expect(back).toMatchObject({
      pause: null,
      phase: 'paraphrasing',
      stepAt: before.stepAt + long,
      phaseAt: before.phaseAt + long,
      floorAt: before.floorAt + long,
      breaks: long,
    });
  });

  test.each([0, 19, 24 * 60 + 1])('of %d minutes is none', (minutes) => {
    const state = at('thanks');
    const pause: Command = { name: 'pause', minutes };
    expect(apply(state, pause, { by: 0, moment: state.moment, at: 0 })).toEqual({ refused: true });
  });
});

test('it ends when both would like to; alone only on arriving, or where nothing has happened for two hours', () => {
  const state = at('thanks');
  const asked = tell(state, [0, 'stop']);
  expect(asked).toMatchObject({ phase: 'turn', stopsAt: [asked.touchedAt, null] });
  expect(tell(asked, [1, 'stop']).phase).toBe('ended');
  expect(tell(asked, [0, 'unstop'], [1, 'stop']).phase).toBe('turn');
  expect(tell(state, [0, 'stop', 2 * hour]).phase).toBe('ended');
  expect(tell(start(), [1, 'stop'])).toMatchObject({ phase: 'ended', step: 0 });
});

test('whoever keeps saying yes and taking it back keeps nobody in it for longer than two hours', () => {
  const asked = tell(at('matter'), [0, 'stop']);
  const kept = tell(asked, [1, 'yes', hour], [1, 'unyes', 50 * minute]);
  expect(tell(kept, [1, 'yes', minute]).phase).toBe('choose');
  expect(legalFor(kept, 0, kept.touchedAt)).toContain('unstop');
  expect(tell(kept, [0, 'stop', 10 * minute]).phase).toBe('ended');
  // One who has not asked to waits for the other, or for two quiet hours.
  expect(tell(kept, [0, 'unstop'], [0, 'stop', 10 * minute]).phase).toBe('choose');
});

test('a yes on arriving holds for a quarter of an hour: whoever was able to listen then may be elsewhere', () => {
  const said = tell(start(), [0, 'yes', minute]);
  expect(tell(said, [1, 'yes', 14 * minute])).toMatchObject({ step: 1 });
  const late = tell(said, [1, 'yes', 15 * minute]);
  expect(late).toMatchObject({ step: 0, marks: [false, true] });
  expect(tell(late, [0, 'yes', minute])).toMatchObject({ step: 1 });
  // Taking it back and saying it again says it anew.
  const anew = tell(said, [0, 'unyes', 14 * minute], [0, 'yes', minute]);
  expect(tell(anew, [1, 'yes', 14 * minute])).toMatchObject({ step: 1 });
});

test('left long ago, it took as long as it was held', () => {
  const left = at('thanks');
  const ended = tell(left, [0, 'stop', 7 * 24 * hour]);
  expect(ended).toMatchObject({ phase: 'ended', endedAt: left.touchedAt });
  expect(minutesTaken(ended)).toBe(1);
});

test('on one phone the other may say by an own one to be here, and nobody says so for them', () => {
  const one = start('short', { phones: 1, host: 0 });
  expect(legalFor(one, 1, 0)).not.toContain('here');
  const on = tell(one, [0, 'yes']);
  expect(legalFor(on, 1, 0)).toContain('here');
  expect(legalFor(on, 0, 0)).not.toContain('here');
  expect(forPartner(on, 0, 0)).not.toContain('here');
  expect(tell(on, [1, 'here'])).toMatchObject({ phase: on.phase, moment: on.moment });
});

test('moved only on arriving, and only within a day', () => {
  const state = start();
  const move = (to: number, from = state) =>
    apply(from, { name: 'move', to }, { by: 1, moment: from.moment, at: 1000 });
  expect(move(20 * hour)).toEqual({ movedTo: 20 * hour });
  expect(move(24 * hour + 1001)).toEqual({ refused: true });
  expect(move(1000)).toEqual({ refused: true });
  expect(move(20 * hour, at('thanks'))).toEqual({ refused: true });
});

test('a break with a time to return is not cut short by one alone', () => {
  const away = tell(at('thanks'), [1, { name: 'pause', minutes: 10 * 60 }]);
  expect(tell(away, [0, 'stop', 3 * hour]).phase).toBe('turn');
  expect(tell(away, [0, 'stop', 12 * hour]).phase).toBe('ended');
});

test('to one phone it takes both, to two either; it is the phone of the one who said so first', () => {
  const one: Command = { name: 'phones', phones: 1 };
  const asked = tell(at('thanks'), [1, one]);
  expect(asked).toMatchObject({ phones: 2, host: null, toOne: [false, true] });
  const shared = tell(asked, [0, one]);
  expect(shared).toMatchObject({ phones: 1, host: 1, toOne: [false, false] });
  expect(tell(shared, [0, one])).toMatchObject({ phones: 1, host: 1 });
  expect(tell(shared, [0, { name: 'phones', phones: 2 }])).toMatchObject({ phones: 2, host: null });
  // Where nothing happens any more the other's may be empty.
  expect(tell(at('thanks'), [0, one, 2 * minute])).toMatchObject({ phones: 1, host: 0 });
});

test('on one phone its host says yes for both, and the other for the other', () => {
  const state = start('full', { phones: 1, host: 0 });
  expect(stepOf(tell(state, [0, 'yes'])).step).toBe('thanks');
  expect(tell(state, [1, 'yes'])).toMatchObject({ step: 0, marks: [false, true] });
});

test('an evening keeps what was read, and goes deep only when both are ready', () => {
  const light = at('light', 'evening');
  const read = tell(light, [0, 'nextQuestion'], [1, 'nextQuestion']);
  expect(read.asked).toEqual(['l1', 'l2', 'l3']);
  refuses(read, 0, 'nextQuestion');
  const consent = at('deep', 'evening');
  expect(consent.phase).toBe('consent');
  expect(consent.asked).not.toContain('d1');
  const opened = tell(consent, ...both('yes'));
  expect(opened).toMatchObject({ phase: 'question', asked: [...consent.asked, 'd1'], stepAt: opened.touchedAt });
  expect(stepOf(tell(consent, [1, 'notDeep'])).step).toBe('close');
});

/** Anything that anybody could send, at any time, for this moment or another. */
const tries = fc.array(
  fc.record({
    by: fc.constantFrom<Slot>(0, 1),
    pick: fc.nat(),
    isStale: fc.boolean(),
    wait: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 * minute }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 * hour }) },
      // A server's clock may be set back a little.
      { weight: 1, arbitrary: fc.integer({ min: -minute, max: 0 }) },
    ),
    minutes: fc.integer({ min: 20, max: 60 }),
    wild: fc.option(fc.constantFrom('pass', 'heard', 'yes', 'said', 'nextQuestion', 'stop', 'again', 'choose'), {
      freq: 4,
      nil: null,
    }),
    matter: fc.constantFrom<Slot | undefined>(0, 1, undefined),
  }),
  { maxLength: 160 },
);

test('whatever the two do, the talk holds together', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.constantFrom<1 | 2>(1, 2),
      fc.constantFrom<Slot>(0, 1),
      tries,
      (form, phones, first, sent) => {
        let state = start(form, { phones, host: phones === 1 ? 0 : null, first, at: 1_000_000 });
        let clock = 1_000_000;
        for (const { by, pick, isStale, wait, minutes, wild, matter } of sent) {
          clock += wait;
          const legal = legalFor(state, by, Math.max(clock, state.touchedAt));
          const name = wild ?? legal[pick % Math.max(1, legal.length)] ?? 'yes';
          const command = {
            name,
            minutes,
            matterId: null,
            phones: (pick % 2) + 1,
            to: clock + hour,
          } as unknown as Command;
          const before = state;
          const frozen = JSON.stringify(before);
          const moment = isStale ? state.moment - 1 : state.moment;
          const result = apply(before, command, { by, moment, at: clock, ...(matter !== undefined && { matter }) });
          // What was is not touched.
          expect(JSON.stringify(before)).toBe(frozen);
          if (!('state' in result)) {
            if ('movedTo' in result) expect(before).toMatchObject({ step: 0, phase: 'gather', pause: null });
            continue;
          }
          state = result.state;
          expect(isStale).toBe(false);
          check(before, state, by);
        }
        // It is what is read back.
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      },
    ),
    { numRuns: 1500 },
  );
});

/** What holds between one state and the next. */
function check(before: State, state: State, by: Slot): void {
  const speaks = state.phase === 'speaking' || state.phase === 'paraphrasing' || state.phase === 'confirming';
  if (speaks || state.phase === 'turn') expect(state.holder).not.toBeNull();
  // What only the holder may do the other may not.
  for (const own of ['said', 'heard', 'pass'] as const)
    expect(
      ([0, 1] as const).filter((slot) => legalFor(state, slot, state.touchedAt).includes(own)).length,
    ).toBeLessThan(2);
  // It ends by the yes of both, by both stopping, before both have arrived, or where nothing
  // happened for two hours or one has wanted to for as long.
  const isHost = before.phones === 1 && before.host === by;
  const other = by === 0 ? 1 : 0;
  const isLong = (since: number | null) =>
    since !== null && state.touchedAt - Math.max(since, before.pause?.until ?? 0) >= 2 * hour;
  if (state.phase === 'ended' && before.phase !== 'ended' && !isHost && before.step > 0)
    expect(
      before.stopsAt[other] !== null || before.marks[other] || isLong(before.touchedAt) || isLong(before.stopsAt[by]),
    ).toBe(true);
  if (state.phones === 1 && before.phones === 2)
    expect(before.toOne[other] || state.touchedAt - before.touchedAt >= 2 * minute).toBe(true);
  // Nobody is taken through a step unasked.
  expect(state.step - before.step).toBeGreaterThanOrEqual(0);
  expect(state.step - before.step).toBeLessThanOrEqual(1);
  if (state.step > before.step && before.phase !== 'consent') {
    expect(isHost || before.marks[other]).toBe(true);
    expect(['gather', 'between', 'choose', 'summary', 'question', 'open']).toContain(before.phase);
  }
  // Time does not run backwards, and nothing is later than now.
  expect(state.touchedAt).toBeGreaterThanOrEqual(before.touchedAt);
  for (const at of [state.stepAt, state.phaseAt, state.floorAt]) expect(at).toBeLessThanOrEqual(state.touchedAt);
  expect(state.stepAt).toBeGreaterThanOrEqual(before.stepAt);
  expect(state.moment).toBeGreaterThanOrEqual(before.moment);
  // What was left of a step before a break is left after it.
  if (before.pause && !state.pause && state.step === before.step && state.phase === before.phase) {
    expect(state.touchedAt - state.stepAt).toBe(before.pause.at - before.stepAt);
    expect(state.touchedAt - state.phaseAt).toBe(before.pause.at - before.phaseAt);
  }
  expect(state.tries).toBeLessThanOrEqual(2);
  expect(state.confirmed).toBeLessThan(3);
  // There is always a way on.
  const ways = ([0, 1] as const).flatMap((slot) => legalFor(state, slot, state.touchedAt));
  expect(ways.length > 0).toBe(state.phase !== 'ended');
}
