import { expect, test } from 'vitest';
import type { LiveView } from '#lib/talks/live/view';
import { deedsOf, giverOf, isShared, speakerOf } from './floor';

const view = (change: Partial<LiveView>) =>
  ({
    phones: 2,
    isHost: false,
    step: 'matter',
    phase: 'speaking',
    holder: 'me',
    pause: null,
    marks: { me: false, partner: false },
    mine: [],
    forPartner: [],
    ...change,
  }) as LiveView;

test('who holds the word speaks; who says it back speaks then, though the word stays where it was', () => {
  expect(speakerOf(view({}))).toBe('me');
  expect(speakerOf(view({ phase: 'paraphrasing' }))).toBe('partner');
  expect(speakerOf(view({ phase: 'confirming', holder: 'partner' }))).toBe('partner');
  expect(speakerOf(view({ phase: 'open', holder: null }))).toBeNull();
});

test('never do both speak', () => {
  for (const holder of ['me', 'partner'] as const) {
    for (const phase of ['turn', 'speaking', 'paraphrasing', 'confirming', 'question'] as const) {
      const { me, partner } = deedsOf(view({ phase, holder }));
      const open = [me, partner].filter((deed) => deed === 'listen' || deed === 'wait');
      expect(open).toHaveLength(1);
    }
  }
});

test('where both are asked, it shows who has said yes; also in a break', () => {
  const marks = { me: false, partner: true };
  expect(deedsOf(view({ phase: 'gather', holder: null, marks }))).toEqual({ me: null, partner: 'yes' });
  expect(deedsOf(view({ pause: { at: 0, until: 1 }, marks }))).toEqual({ me: null, partner: 'yes' });
});

test('a command counts for me, and on one phone for the one who has it in hand', () => {
  expect(giverOf(view({ mine: ['said'] }), 'said', 'me')).toBe('me');
  expect(giverOf(view({ mine: ['yes'] }), 'said', 'me')).toBeNull();
  const one = view({ phones: 1, isHost: true, holder: 'partner', mine: ['pause'], forPartner: ['said', 'pause'] });
  expect(giverOf(one, 'said', 'partner')).toBe('partner');
  expect(giverOf(one, 'pause', 'partner')).toBe('partner');
  expect(giverOf(one, 'pause', 'me')).toBe('me');
  const both = view({ phones: 1, isHost: true, holder: null, mine: ['yes', 'choose'], forPartner: ['yes', 'choose'] });
  expect(giverOf(both, 'choose', 'partner')).toBe('partner');
  expect(giverOf(both, 'yes', 'partner')).toBe('me');
});

test('a screen is for both on the one phone alone that hosts the talk', () => {
  expect(isShared(view({ phones: 1, isHost: true }))).toBe(true);
  expect(isShared(view({ phones: 1, isHost: false }))).toBe(false);
  expect(isShared(view({}))).toBe(false);
});
