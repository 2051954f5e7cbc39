import { randomUUID } from 'node:crypto';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { mayBring } from '#lib/talks/kinds';
import { getNote, lockNote, sealLent, sealTitle } from '#lib/talks/notes';
import { bringBody, noteParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/**
 * Brings a note: its title shows once the next talk begins, or now in the one under way. Lent, its text can be opened on one
 * phone as well (decision 0014). It makes no event: that there is something is not told before.
 */
export const PUT = route({ params: noteParams, body: bringBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    if (!member.partner) throw new AppError('alone');
    const { coupleId, userId: authorId } = member;
    const { kind, title, text, matterId: broughtAs, talkId, isLent } = await lockNote(scope, id);
    if (!mayBring(kind)) throw new AppError('invalid', { fields: { kind: 'invalid' } });
    const matterId = broughtAs ?? randomUUID();
    if (!broughtAs) {
      const sealedTitle = await sealTitle(scope, matterId, title);
      await db.matter.createMany({ data: { id: matterId, coupleId, authorId, kind, sealedTitle } });
      await db.note.updateMany({ where: { id }, data: { matterId } });
    }
    const lends = body.lend === true && text !== null;
    if (isLent && !lends) await db.lentNote.deleteMany({ where: { id: matterId } });
    if (!isLent && lends) {
      const sealedText = await sealLent(scope, matterId, text);
      await db.lentNote.createMany({ data: { id: matterId, coupleId, authorId, sealedText } });
    }
    const note = await getNote(scope, id);
    if (!talkId && note.talkId) await record('talk.changed', note.talkId);
    return note;
  }),
);

/** Leaves it with me after all. @throws AppError `talk_changed` where it is what they talk about */
export const DELETE = route({ params: noteParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    const { db, record } = scope;
    const { matterId, isTaken, talkId } = await lockNote(scope, id);
    if (isTaken) throw new AppError('talk_changed');
    if (!matterId) return getNote(scope, id);
    const { count } = await db.matter.deleteMany({ where: { id: matterId, isTaken: false } });
    if (count === 0) throw new AppError('talk_changed');
    if (talkId) await record('talk.changed', talkId);
    return getNote(scope, id);
  }),
);
