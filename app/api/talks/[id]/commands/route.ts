import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { apply, forPartner, showsMarks } from '#lib/talks/live/machine';
import { getLive, lockLive, storeLive, undoBegin } from '#lib/talks/live/queries';
import { type Slot, stateOf } from '#lib/talks/live/state';
import { type LiveRow, slotOf } from '#lib/talks/live/view';
import { listComing } from '#lib/talks/schedule';
import { commandBody, talkParams } from '#lib/talks/schema';
import { type Scope, transaction } from '#lib/transaction';

/**
 * What one of the two does in a talk under way, for the moment they saw. Where that has passed, or what is done does not count
 * now, it is refused with how things stand. Answers with the talk; with nothing where it was moved to another time.
 */
export const POST = route({ params: talkParams, body: commandBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { command, moment } = body;
    const row = await lockLive(scope, params.id);
    const state = stateOf(row);
    const at = now().getTime();
    const me = slotOf(scope, row);
    const by: Slot = body.as ? (me === 0 ? 1 : 0) : me;
    const mayGive = !body.as || forPartner(state, me, at).includes(command.name);
    const matter = command.name === 'choose' ? findAuthor(row, command.matterId) : undefined;
    const result = mayGive && matter !== null ? apply(state, command, { by, moment, at, matter }) : { refused: true };
    if ('movedTo' in result) {
      // Of those outside the ritual it takes the place.
      const [following] = (await listComing(scope)).filter(
        ({ isSkipped, isFree }) => !isSkipped && !(isFree && row.day === null),
      );
      // Later than the one after it, it would be that one.
      if (following && following.startsAt.getTime() <= result.movedTo)
        throw new AppError('invalid', { fields: { to: 'invalid' } });
      return undoBegin(scope, row, result.movedTo);
    }
    if (!('state' in result)) throw new AppError('talk_changed', { present: await getLive(scope, row.id) });
    const { state: next } = result;
    if (next === state) return getLive(scope, row.id);
    if (command.name === 'choose') await take(scope, row, command.matterId);
    // Stopped before anybody had begun to speak, it never was.
    if (next.endedAt !== null && next.step === 0) return undoBegin(scope, row, null);
    const isMark = next.moment === state.moment && (command.name === 'yes' || command.name === 'unyes');
    await storeLive(scope, row, next, isMark && !showsMarks(next));
    return getLive(scope, row.id);
  }),
);

/** Whose the matter is that somebody takes up; undefined for none of those brought; null where it is none of this talk. */
function findAuthor({ matters, readerIds }: LiveRow, id: string | null): Slot | undefined | null {
  if (id === null) return undefined;
  const matter = matters.find((one) => one.id === id);
  if (!matter) return null;
  return matter.authorId === readerIds[0] ? 0 : 1;
}

/** Its author may take it back at this very moment. */
async function take(scope: Scope, row: LiveRow, id: string | null): Promise<void> {
  if (!id) return;
  const { count } = await scope.db.matter.updateMany({ where: { id, talkId: row.id }, data: { isTaken: true } });
  if (count === 0) throw new AppError('talk_changed', { present: await getLive(scope, row.id) });
}
