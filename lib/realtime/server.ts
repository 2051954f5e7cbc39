import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { readIdentity } from '#lib/auth/identity';
import { AppError } from '#lib/error';
import { holdSockets, roomOf } from '#lib/events/publish';
import { isSameOrigin } from '#lib/http/origin';
import { describeError, log } from '#lib/log';
import type { FromBrowser, SocketData, ToBrowser } from '#lib/realtime/messages';
import { watchPresence } from '#lib/realtime/presence';
import { transaction } from '#lib/transaction';

export type Sockets = Server<FromBrowser, ToBrowser, Record<string, never>, SocketData>;
export type CoupleSocket = Socket<FromBrowser, ToBrowser, Record<string, never>, SocketData>;

/**
 * Holds the sockets of this process. They receive; the one thing they say is whether their page is
 * in front, which the partner learns for as long as it is so, and never afterwards.
 */
export function attachRealtime(http: HttpServer): { close(): Promise<void> } {
  const io: Sockets = new Server(http, {
    path: '/socket.io',
    serveClient: false,
    maxHttpBufferSize: 1_000,
    // A page of another site may open a socket with the visitor's cookie, unless this compares.
    allowRequest: ({ headers }, decide) => decide(null, !headers.origin || isSameOrigin(headers.origin, headers.host)),
  });

  io.use((socket, next) => {
    admit(socket).then(
      () => next(),
      (error: unknown) => {
        const isSignedOut = error instanceof AppError && error.code === 'unauthenticated';
        if (!isSignedOut) log.warn({ error: describeError(error) }, 'socket refused');
        next(new Error(isSignedOut ? 'unauthenticated' : 'unavailable'));
      },
    );
  });

  const presence = watchPresence(io);
  io.on('connection', (socket) => {
    // From here on it can be cut. What ended while it was let in is found by asking once more.
    void admit(socket).then(
      () => presence.greet(socket),
      () => socket.disconnect(true),
    );
    socket.on('front', (isInFront) => {
      if (socket.data.isInFront === (isInFront === true)) return;
      socket.data.isInFront = isInFront === true;
      presence.tell(socket.data.coupleId);
    });
    socket.on('disconnect', () => presence.tell(socket.data.coupleId));
  });

  holdSockets(io);
  return {
    async close() {
      holdSockets(undefined);
      presence.stop();
      await io.close();
    },
  };
}

/** Lets a socket in whose cookie names a living session, into the rooms of its person, session and couple. */
async function admit(socket: CoupleSocket): Promise<void> {
  const identity = await readIdentity(socket.request.headers.cookie);
  if (!identity) throw new AppError('unauthenticated');
  const { userId, coupleId, showsPresence } = await transaction(identity, async ({ db, member }) => ({
    ...(await db.account.findUniqueOrThrow({ where: { userId: member.userId } })),
    coupleId: member.coupleId,
  }));
  const { coupleId: before, isInFront = false } = socket.data;
  if (before && before !== coupleId) throw new AppError('conflict');
  socket.data = { userId, coupleId, showsPresence, isInFront };
  await socket.join([roomOf.user(userId), roomOf.session(identity.sessionId), roomOf.couple(coupleId)]);
}
