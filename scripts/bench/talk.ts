// A command in a talk under way: given → stored → the event at the partner's socket → the partner's page has asked how it stands.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type pg from 'pg';
import type { WebSocket } from 'ws';
import type { Command } from '#lib/talks/live/commands';
import { begin } from '#lib/talks/live/machine';
import type { LiveView } from '#lib/talks/live/view';
import { createCouple } from '#lib/testing/people';
import { openBrowser, openFloorSockets } from './clients.ts';
import { type Pair, time } from './measure.ts';

type Given = [by: 0 | 1, command: Command];
const given = (by: 0 | 1, name: 'yes' | 'pass' | 'said' | 'saidBack' | 'heard'): Given => [by, { name }];

/** From the beginning of a brief talk until it asks what it shall be about. */
const toMatter = [
  given(0, 'yes'),
  given(1, 'yes'),
  given(1, 'pass'),
  given(0, 'pass'),
  given(0, 'yes'),
  given(1, 'yes'),
];

/** Each says a thing, it is said back, and they feel heard; then both would sum it up, and so it can begin again. */
const aboutMatter: Given[] = [
  [0, { name: 'choose', matterId: null }],
  given(0, 'said'),
  given(1, 'saidBack'),
  given(0, 'heard'),
  given(0, 'pass'),
  given(1, 'said'),
  given(0, 'saidBack'),
  given(1, 'heard'),
  given(1, 'yes'),
  given(0, 'yes'),
];

const parts = (whole: number, command: number, live: number) => ({
  'command → shown': whole,
  'of it the command': command,
  'of it the GET': live,
});

export async function openTalking(port: number): Promise<Pair> {
  const [mika, noor] = await createCouple();
  const browsers = [await openBrowser(port, mika), await openBrowser(port, noor)] as const;
  // One matter of each, as a talk has them: their titles are opened for every view.
  for (const { ask } of browsers) {
    const path = `/api/notes/${randomUUID()}`;
    await ask('PUT', path, { kind: 'need', title: 'Mornings, before the house wakes up' });
    await ask('PUT', `${path}/bringing`, {});
  }
  const id = randomUUID();
  const path = `/api/talks/${id}`;
  const begun = Promise.all(browsers.map((browser) => browser.event()));
  let { moment } = await browsers[0].ask<LiveView>('POST', '/api/talks', { id, form: 'brief', phones: 2 });
  await begun;

  async function give([by, command]: Given) {
    const [giver, partner] = by === 0 ? browsers : [browsers[1], browsers[0]];
    // The giver is told as well. It is waited for, so that it is not taken for the next one's; nobody measures it.
    const [told, toldToo] = [partner.event(), giver.event()];
    const { took, result } = await time(() =>
      Promise.all([
        time(() => giver.ask<LiveView>('POST', `${path}/commands`, { moment, command })),
        told.then(() => time(() => partner.ask<LiveView>('GET', `${path}/live`))),
      ]),
    );
    await toldToo;
    const [stored, seen] = result;
    if (seen.result.version !== stored.result.version) throw new Error('The partner does not see it as it stands');
    moment = stored.result.moment;
    return parts(took, stored.took, seen.took);
  }

  for (const step of toMatter) await give(step);
  let n = 0;
  return {
    round: () => give(aboutMatter[n++ % aboutMatter.length] as Given),
    close() {
      for (const browser of browsers) browser.close();
    },
  };
}

/** A state as it is stored, in the size that it has. */
const state = begin({
  form: 'brief',
  phones: 2,
  host: null,
  first: 0,
  questions: { light: [], warm: [], deep: [] },
  at: Date.now(),
});

export async function openFloorTalking(port: number, owner: pg.Pool): Promise<Pair> {
  const couple = randomUUID();
  await owner.query('INSERT INTO floor_talk (couple_id, state) VALUES ($1, $2)', [couple, JSON.stringify(state)]);
  const [giver, partner] = await openFloorSockets(port, couple);
  return {
    async round() {
      const told = once(partner, 'message');
      const { took, result } = await time(() =>
        Promise.all([time(() => tell(giver, { state })), told.then(() => time(() => tell(partner, {})))]),
      );
      const [stored, seen] = result;
      return parts(took, stored.took, seen.took);
    },
    close() {
      giver.close();
      partner.close();
    },
  };
}

/** Says something to the floor, which answers by its next frame. */
function tell(socket: WebSocket, message: unknown): Promise<unknown> {
  socket.send(JSON.stringify(message));
  return once(socket, 'message');
}
