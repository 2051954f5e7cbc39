import { describe, expect, test } from 'vitest';
import type { Day, Time } from '#lib/clock';
import { findChanges } from './changes.ts';
import { emptyPlan, joinFields, toPlanBody, toPlanFields, toWhenBody } from './plan-fields.ts';

const when = { day: '2026-11-28' as Day, time: '19:30' as Time, minutes: 120 };

test('fields hold what a plan says, and send it back', () => {
  const fields = toPlanFields({ title: 'Swim', text: null }, when);
  expect(fields).toEqual({ title: 'Swim', text: '', day: '2026-11-28', time: '19:30', minutes: '120' });
  expect(toPlanBody(fields, 'places-lake')).toEqual({ title: 'Swim', ideaId: 'places-lake', when });
  expect(toPlanBody({ ...fields, text: ' \n', day: '' }, null)).toEqual({ title: 'Swim', when: undefined });
});

test('time and length hang on the day', () => {
  expect(toWhenBody({ day: '', time: '19:30', minutes: '60' })).toBeUndefined();
  expect(toWhenBody({ day: '2026-11-28', time: '', minutes: '' })).toEqual({ day: '2026-11-28' });
});

describe('both in one', () => {
  const mine = { ...emptyPlan, title: 'Swim', text: 'At the lake', day: '2026-11-28', time: '10:00' };
  const theirs = { ...emptyPlan, title: 'Picnic', text: 'By the river' };

  test('has the words of both, and a time where only one has said it', () => {
    expect(joinFields(mine, theirs, 120)).toEqual({
      title: 'Swim + Picnic',
      text: 'At the lake\n\nBy the river',
      day: '2026-11-28',
      time: '10:00',
      minutes: '',
    });
  });

  test('says once what both say, and never more than a title takes', () => {
    expect(joinFields(mine, { ...mine, time: '11:00' }, 120)).toEqual({ ...mine, time: '11:00' });
    expect(joinFields(mine, theirs, 10).title).toBe('Picnic');
  });
});

test('finds what a version says otherwise', () => {
  const content = { title: 'Swim', text: null, ideaId: null };
  const first = { content, when: { ...when, startsAt: '2026-11-28T18:30:00Z' } };
  expect(findChanges(first, first)).toEqual([]);
  expect(findChanges(first, { content: { ...content, text: 'At the lake' }, when: null })).toEqual([
    'text',
    'day',
    'time',
    'minutes',
  ]);
  expect(findChanges(first, { content: null, when: null })).toEqual([]);
});
