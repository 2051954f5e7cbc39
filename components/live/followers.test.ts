import { expect, test } from 'vitest';
import type { EventName, EventView } from '#lib/events/catalogue';
import { createFollowers } from './followers';

const event = (name: EventName, subjectId: string | null): EventView => ({ seq: 1, name, actorId: null, subjectId });

function follow(...ids: string[]) {
  const followers = createFollowers();
  const heard: string[] = [];
  const stops = ids.map((id) => followers.follow(id, () => heard.push(id)));
  return { ...followers, heard, stops };
}

test('whoever follows a talk hears that it went on, once for all that happened, and the page need not load', () => {
  const { lead, heard } = follow('one', 'two');
  expect(lead([event('talk.changed', 'one'), event('talk.changed', 'one'), event('talk.ended', 'one')])).toBe(true);
  expect(heard).toEqual(['one']);
});

test('what else happened still loads the page', () => {
  const { lead, heard } = follow('one');
  expect(lead([event('talk.changed', 'one'), event('record.changed', 'one')])).toBe(false);
  expect(lead([event('talk.changed', 'other')])).toBe(false);
  expect(lead([event('ritual.ended', null)])).toBe(false);
  expect(heard).toEqual(['one']);
});

test('when more was missed than is told, all look, and the page loads', () => {
  const { lead, heard } = follow('one', 'two');
  expect(lead([])).toBe(false);
  expect(heard).toEqual(['one', 'two']);
});

test('whoever has stopped hears nothing', () => {
  const { lead, heard, stops } = follow('one', 'one');
  stops[0]?.();
  lead([event('talk.changed', 'one')]);
  expect(heard).toEqual(['one']);
  stops[1]?.();
  expect(lead([event('talk.changed', 'one')])).toBe(false);
  expect(heard).toEqual(['one']);
});
