import { publish } from '#lib/events/publish';
import { asSystem } from '#lib/transaction';

type Delivered = { couple_id: string; seq: number; actor_id: string; subject_id: string };

/**
 * Delivers what was shared and whose time has come, also while nothing ran. Each is a transaction of its own, and one that
 * another worker holds is left to it: every one is delivered, and told, exactly once.
 */
export async function deliverSharings(): Promise<void> {
  for (;;) {
    const [row] = await asSystem((db) => db.$queryRaw<Delivered[]>`SELECT * FROM app.deliver_due()`);
    if (!row) return;
    const { couple_id: coupleId, seq, actor_id: actorId, subject_id: subjectId } = row;
    publish({ coupleId, seq, name: 'sharing.delivered', actorId, subjectId });
  }
}
