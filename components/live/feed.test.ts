import { expect, test, vi } from 'vitest';
import type { EventView } from '#lib/events/catalogue';
import { createFeed } from './feed';

const event = (seq: number): EventView => ({ seq, name: 'answer.given', actorId: 'a', subjectId: 's' });

function follow(start: number, server: { events: EventView[]; seq?: number; away?: boolean }) {
  const applied: number[] = [];
  const loads: number[] = [];
  const load = vi.fn(async (after: number) =>
    server.away
      ? null
      : {
          events: server.events.filter(({ seq }) => seq > after).slice(0, 200),
          seq: server.seq ?? server.events.at(-1)?.seq ?? 0,
        },
  );
  const feed = createFeed(start, {
    load,
    apply: (events) => {
      applied.push(...events.map(({ seq }) => seq));
      loads.push(events.length);
    },
  });
  return { feed, load, applied, loads };
}

test('applies what follows, once, and asks for a gap', async () => {
  const { feed, load, applied } = follow(3, { events: [4, 5, 6, 7].map(event) });
  feed.receive(event(4));
  feed.receive(event(4));
  feed.receive(event(3));
  expect(load).not.toHaveBeenCalled();
  feed.receive(event(7));
  await feed.catchUp();
  expect(applied).toEqual([4, 5, 6, 7]);
});

test('an event that comes while it asks is applied once', async () => {
  const { feed, applied } = follow(0, { events: [1, 2].map(event) });
  const asked = feed.catchUp();
  feed.receive(event(1));
  await asked;
  expect(applied).toEqual([1, 2]);
});

test('asks again when asked while asking', async () => {
  const server = { events: [event(1)] };
  const { feed, load, applied } = follow(0, server);
  const asked = feed.catchUp();
  server.events = [event(1), event(2)];
  void feed.catchUp();
  await asked;
  expect(load).toHaveBeenCalledTimes(2);
  expect(applied).toEqual([1, 2]);
});

test('loads anew when more was missed than it got: too many, or a count that begins anew', async () => {
  const many = follow(0, { events: Array.from({ length: 300 }, (_, index) => event(index + 1)) });
  await many.feed.catchUp();
  many.feed.receive(event(301));
  expect(many.applied.at(-1)).toBe(301);
  expect(many.loads).toEqual([200, 1]);

  const joined = follow(5, { events: [event(1001)], seq: 1001 });
  await joined.feed.catchUp();
  expect(joined.applied).toEqual([1001]);

  const emptied = follow(5, { events: [], seq: 1000 });
  await emptied.feed.catchUp();
  expect(emptied.loads).toEqual([0]);
});

test('no answer changes nothing, and a rendered page counts', async () => {
  const server = { events: [event(1)], away: true };
  const { feed, applied } = follow(0, server);
  expect(await feed.catchUp()).toBe(false);
  feed.rendered(1);
  server.away = false;
  expect(await feed.catchUp()).toBe(true);
  expect(applied).toEqual([]);
});
