import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { readIdentity } from '#lib/auth/identity';
import { AppError } from '#lib/error';
import { holdSockets, roomOf } from '#lib/events/publish';
import { isSameOrigin } from '#lib/http/origin';
import { describeError, log } from '#lib/log';
import type { FromBrowser, SocketData, ToBrowser } from '#lib/realtime/messages';
import { transaction } from '#lib/transaction';

type Sockets = Server<FromBrowser, ToBrowser, Record<string, never>, SocketData>;
type CoupleSocket = Socket<FromBrowser, ToBrowser, Record<string, never>, SocketData>;

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

  io.on('connection', (socket) => {
    const { coupleId } = socket.data;
    void tellPresence(io, coupleId);
    socket.on('front', (isInFront) => {
      socket.data.isInFront = isInFront === true;
      void tellPresence(io, coupleId);
    });
    socket.on('disconnect', () => void tellPresence(io, coupleId));
  });

  holdSockets(io);
  return {
    async close() {
      holdSockets(undefined);
      await io.close();
    },
  };
}

/** Lets a socket in whose cookie names a living session, into the rooms of its person, session and couple. */
async function admit(socket: CoupleSocket): Promise<void> {
  const identity = await readIdentity(socket.request.headers.cookie);
  if (!identity) throw new AppError('unauthenticated');
  socket.data = await transaction(identity, async ({ db, member }) => {
    const account = await db.account.findUniqueOrThrow({ where: { userId: member.userId } });
    return { userId: member.userId, coupleId: member.coupleId, showsPresence: account.showsPresence, isInFront: false };
  });
  await socket.join([
    roomOf.user(socket.data.userId),
    roomOf.session(identity.sessionId),
    roomOf.couple(socket.data.coupleId),
  ]);
}

/** Tells both who of the two has Nearer open in front of them now. */
async function tellPresence(io: Sockets, coupleId: string): Promise<void> {
  const room = roomOf.couple(coupleId);
  const present = (await io.in(room).fetchSockets()).filter(({ data }) => data.showsPresence && data.isInFront);
  io.to(room).emit('presence', [...new Set(present.map(({ data }) => data.userId))]);
}
