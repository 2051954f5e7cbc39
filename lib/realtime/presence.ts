import { roomOf } from '#lib/events/publish';
import type { CoupleSocket, Sockets } from '#lib/realtime/server';

/** Changes within this many milliseconds are told as one: nobody can flood the other by them. */
const pause = 200;

/**
 * Tells both who of the two has Nearer open in front of them now. Told only when the list has changed, so that somebody
 * who does not want to be seen makes no frame either, by coming or by going.
 */
export function watchPresence(io: Sockets) {
  const told = new Map<string, string>();
  const due = new Map<string, NodeJS.Timeout>();

  async function listPresent(coupleId: string): Promise<string[]> {
    const sockets = await io.in(roomOf.couple(coupleId)).fetchSockets();
    const present = sockets.filter(({ data }) => data.showsPresence && data.isInFront);
    return [...new Set(present.map(({ data }) => data.userId))].sort();
  }

  async function tellNow(coupleId: string): Promise<void> {
    due.delete(coupleId);
    const userIds = await listPresent(coupleId);
    if ((told.get(coupleId) ?? '') === userIds.join()) return;
    if (userIds.length > 0) told.set(coupleId, userIds.join());
    else told.delete(coupleId);
    io.to(roomOf.couple(coupleId)).emit('presence', userIds);
  }

  return {
    /** Says soon to both who is here, if that has changed. */
    tell(coupleId: string): void {
      if (!due.has(coupleId))
        due.set(
          coupleId,
          setTimeout(() => void tellNow(coupleId), pause),
        );
    },
    /** Says to one who has just come who is here. */
    async greet(socket: CoupleSocket): Promise<void> {
      socket.emit('presence', await listPresent(socket.data.coupleId));
    },
    stop(): void {
      for (const timer of due.values()) clearTimeout(timer);
    },
  };
}
