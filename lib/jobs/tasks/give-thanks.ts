import { publish } from '#lib/events/publish';
import { asSystem } from '#lib/transaction';

type Given = { couple_id: string; seq: number; actor_id: string; subject_id: string };

/**
 * Gives the thanks whose time has come, also those whose time came while nothing ran. Each is a transaction of its own, and
 * one that another worker holds is left to it: every one is given, and told, exactly once.
 */
export async function giveDueThanks(): Promise<void> {
  for (;;) {
    const [row] = await asSystem((db) => db.$queryRaw<Given[]>`SELECT * FROM app.give_due()`);
    if (!row) return;
    const { couple_id: coupleId, seq, actor_id: actorId, subject_id: subjectId } = row;
    publish({ coupleId, seq, name: 'thanks.given', actorId, subjectId });
  }
}
