import type { EventName, EventView } from '#lib/events/catalogue';
import type { Scope } from '#lib/transaction';

/** How many events one catching-up takes; whoever missed more loads everything anew. */
const mostEvents = 200;

/** What happened after an event one has seen, and the couple's last number. */
export async function listEventsAfter(
  { db, member }: Scope,
  after: number,
): Promise<{ events: EventView[]; seq: number }> {
  const rows = await db.event.findMany({
    where: { coupleId: member.coupleId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: mostEvents,
    select: { seq: true, name: true, actorId: true, subjectId: true },
  });
  return { events: rows.map((row) => ({ ...row, name: row.name as EventName })), seq: member.eventSeq };
}
