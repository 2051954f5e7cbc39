import type { Identity } from '#lib/auth/identity';
import { movedNow } from '#lib/clock';
import { AppError, isErrorCode } from '#lib/error';
import type { EventName } from '#lib/events/catalogue';
import { publish } from '#lib/events/publish';
import { callAsMember, findKnownMember } from '#lib/transaction';
import { sealForCouple } from '#lib/vault';

type Outcome = {
  outcome: string;
  answer_id: string;
  couple_id: string;
  actor_id: string;
  event: EventName | null;
  seq: number;
  revealed: boolean | null;
};

/**
 * Gives somebody's answer to a prompt, or changes it while it is sealed; the second answer opens both. One statement,
 * `app.give_answer`, which the database runs with the member's rights.
 * @param answer its id is the client's; a second device changes the answer that the first one gave, under its id
 * @throws AppError `not_found`, `revealed`, `closed`, `swapped`, `conflict` where the id is another answer's
 */
export async function giveAnswer(
  identity: Identity,
  promptId: string,
  answer: { id: string; text: string },
): Promise<{ id: string; state: 'waiting' | 'revealed' }> {
  let { id } = answer;
  let member = await findKnownMember(identity);
  for (let tries = 0; tries < 3; tries++) {
    const sealed = await sealForCouple(identity, member, { table: 'answer', column: 'sealed_body', id }, answer.text);
    const [row] = await callAsMember(
      (db) => db.$queryRaw<Outcome[]>`
        SELECT * FROM app.give_answer(${identity.sessionId}::uuid, ${movedNow()}::timestamptz, ${promptId}::uuid, ${id}::uuid, ${member.coupleKey}::uuid, ${sealed})`,
    );
    if (!row) throw new AppError('internal');
    if (row.outcome === 'given' || row.outcome === 'changed') {
      if (row.event)
        publish({ coupleId: row.couple_id, seq: row.seq, name: row.event, actorId: row.actor_id, subjectId: promptId });
      return { id, state: row.revealed ? 'revealed' : 'waiting' };
    }
    if (row.outcome === 'other') id = row.answer_id;
    else if (row.outcome === 'stale') member = await findKnownMember(identity, { anew: true });
    else throw new AppError(isErrorCode(row.outcome) ? row.outcome : 'internal');
  }
  throw new AppError('conflict');
}
