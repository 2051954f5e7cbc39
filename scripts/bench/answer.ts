// An answer on its way: given → stored → the event at the partner's socket.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type pg from 'pg';
import { createCouple } from '#lib/testing/people';
import { openBrowser, openFloorSockets } from './clients.ts';
import { type Pair, time } from './measure.ts';

const text = 'A slow month. No plans, no phones at dinner, the four of us near water. I miss you, that is all.';

export async function openAnswering(port: number, owner: pg.Pool, rounds: number): Promise<Pair> {
  const [writer, reader] = await createCouple();
  const ids = Array.from({ length: rounds }, () => randomUUID());
  await owner.query(
    `INSERT INTO prompt (id, couple_id, source, content_id, topic, depth, asked_by_id)
     SELECT id, $2, 'library', 'bench-' || id, 'joy', 'light', $3 FROM unnest($1::uuid[]) AS id`,
    [ids, writer.coupleId, writer.userId],
  );
  const [mine, theirs] = [await openBrowser(port, writer), await openBrowser(port, reader)];
  return {
    async round() {
      const path = `/api/prompts/${ids.pop()}/answer`;
      const { took } = await time(() =>
        Promise.all([mine.ask('PUT', path, { id: randomUUID(), text }), theirs.event()]),
      );
      return { 'answer → shown': took };
    },
    close() {
      mine.close();
      theirs.close();
    },
  };
}

export async function openFloorAnswering(port: number): Promise<Pair> {
  const [writer, reader] = await openFloorSockets(port, randomUUID());
  return {
    async round() {
      const { took } = await time(() => {
        writer.send(JSON.stringify({ id: randomUUID(), text }));
        return once(reader, 'message');
      });
      return { 'answer → shown': took };
    },
    close() {
      writer.close();
      reader.close();
    },
  };
}
