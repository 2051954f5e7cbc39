import type { EventName } from '#lib/events/catalogue';
import { publish } from '#lib/events/publish';
import { asSystem, type Db } from '#lib/transaction';

/** What a function of the database says that it has just done, and recorded. */
export type Due = { couple_id: string; seq: number; actor_id: string; subject_id: string };

/**
 * Does everything whose time has come, also while nothing ran. Each is a transaction of its own, and one that another worker
 * holds is left to it: every one is done, and told, exactly once.
 * @param take does the next one; nothing where there is none
 */
export async function tellDue(name: EventName, take: (db: Db) => Promise<Due[]>): Promise<void> {
  for (;;) {
    const [row] = await asSystem(take);
    if (!row) return;
    const { couple_id: coupleId, seq, actor_id: actorId, subject_id: subjectId } = row;
    publish({ coupleId, seq, name, actorId, subjectId });
  }
}
