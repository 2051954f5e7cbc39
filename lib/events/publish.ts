import type { Server } from 'socket.io';
import type { EventView, RecordedEvent } from '#lib/events/catalogue';
import type { FromBrowser, SocketData, ToBrowser } from '#lib/realtime/messages';

type Sockets = Server<FromBrowser, ToBrowser, Record<string, never>, SocketData>;

// Set by lib/realtime/server.ts in the process that holds the sockets; shared with Next's bundles.
const shared = globalThis as { nearerSockets?: Sockets };

export function holdSockets(server: Sockets | undefined): void {
  shared.nearerSockets = server;
}

export const roomOf = {
  couple: (id: string) => `couple:${id}`,
  user: (id: string) => `user:${id}`,
  session: (id: string) => `session:${id}`,
};

/** Tells both members' open pages. Whoever misses it asks GET /api/events. */
export function publish({ coupleId, ...event }: RecordedEvent): void {
  shared.nearerSockets?.to(roomOf.couple(coupleId)).emit('event', event satisfies EventView);
}

/** Makes every open page of one person load anew: their couple, name or rights have changed. */
export function refreshUser(userId: string): void {
  shared.nearerSockets?.to(roomOf.user(userId)).emit('refresh');
}

/** Cuts sockets at once: a session ended, somebody left or joined another couple. */
export function cutSockets(who: { userId: string } | { sessionId: string }): void {
  const room = 'userId' in who ? roomOf.user(who.userId) : roomOf.session(who.sessionId);
  shared.nearerSockets?.in(room).disconnectSockets(true);
}
