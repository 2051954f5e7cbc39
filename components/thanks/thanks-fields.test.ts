import { expect, test } from 'vitest';
import type { Day } from '#lib/clock';
import type { ThanksView } from '#lib/thanks/view';
import { fieldsOf, newFields, toThanksBody } from './thanks-fields';

const today = '2026-11-23' as Day;
const waiting: ThanksView = {
  id: 'x',
  kind: 'thanks',
  by: 'me',
  to: 'partner',
  words: { did: 'The bins', says: null, was: 'I sat down' },
  givenAt: null,
  waitsFor: null,
  isReceived: false,
  answer: null,
  isNew: false,
  way: 'hug',
  isShown: false,
};

test('one line is enough to give', () => {
  expect(toThanksBody(newFields(today, 'The bins'), false)).toEqual({ did: 'The bins', give: 'now' });
});

test('empty lines are none, and a time comes with its day', () => {
  const fields = {
    ...newFields(today, 'The bins'),
    says: '  ',
    was: 'Good',
    way: 'hug' as const,
    when: 'time' as const,
  };
  const give = { day: '2026-11-24', time: '08:00' };
  expect(toThanksBody(fields, false)).toEqual({ did: 'The bins', was: 'Good', way: 'hug', give });
});

test('alone it is kept, whatever was chosen before, or saved for a talk', () => {
  for (const when of ['now', 'time', 'kept'] as const)
    expect(toThanksBody({ ...newFields(today, 'x'), when }, true).give).toBe('kept');
  expect(toThanksBody({ ...newFields(today, 'x'), when: 'talk' }, true).give).toBe('talk');
});

test('one that waits is written on as it stands, by the reader’s clock', () => {
  expect(fieldsOf(waiting, 'Europe/Madrid', today)).toMatchObject({ did: 'The bins', was: 'I sat down', when: 'kept' });
  expect(fieldsOf({ ...waiting, waitsFor: 'talk' }, 'Europe/Madrid', today).when).toBe('talk');
  const timed = fieldsOf({ ...waiting, waitsFor: '2026-11-28T23:30:00.000Z' }, 'Europe/Madrid', today);
  expect(timed).toMatchObject({ when: 'time', day: '2026-11-29', time: '00:30' });
});
