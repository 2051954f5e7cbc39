import { publish } from '#lib/events/publish';
import { asSystem } from '#lib/transaction';

type Revealed = { couple_id: string; seq: number; actor_id: string; subject_id: string };

/**
 * Opens the surprises whose time has come, also those whose time came while nothing ran. Each is a transaction of its
 * own, and one that another worker holds is left to it: every surprise opens, and is told, exactly once.
 */
export async function revealSurprises(): Promise<void> {
  for (;;) {
    const [row] = await asSystem((db) => db.$queryRaw<Revealed[]>`SELECT * FROM app.reveal_due()`);
    if (!row) return;
    const { couple_id: coupleId, seq, actor_id: actorId, subject_id: subjectId } = row;
    publish({ coupleId, seq, name: 'plan.revealed', actorId, subjectId });
  }
}
