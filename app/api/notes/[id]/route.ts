import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { mayBring } from '#lib/talks/kinds';
import { getNote, lockNote, mostNotes, sealLent, sealNote, sealTitle, waiting } from '#lib/talks/notes';
import { type NoteBody, noteBody, noteParams } from '#lib/talks/schema';
import { type Scope, transaction } from '#lib/transaction';

export const GET = route({ params: noteParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getNote(scope, params.id)),
);

/** Writes a note of my own, or writes on at it. It makes no event and no trace; of a brought one the title changes along. */
export const PUT = route({ params: noteParams, body: noteBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { id } = params;
    if (await beginNote(scope, id, body)) return getNote(scope, id);
    const { matterId, isLent, isTaken, talkId } = await lockNote(scope, id);
    const { db, record } = scope;
    await db.note.updateMany({ where: { id }, data: { kind: body.kind, sealedBody: await sealNote(scope, id, body) } });
    // What they talked about keeps the title by which they did.
    if (matterId && !isTaken && !mayBring(body.kind)) await db.matter.deleteMany({ where: { id: matterId } });
    else if (matterId && !isTaken) {
      const sealedTitle = await sealTitle(scope, matterId, body.title);
      await db.matter.updateMany({ where: { id: matterId }, data: { kind: body.kind, sealedTitle } });
    }
    if (matterId && isLent && mayBring(body.kind)) {
      const where = { id: matterId };
      if (body.text)
        await db.lentNote.updateMany({ where, data: { sealedText: await sealLent(scope, matterId, body.text) } });
      else await db.lentNote.deleteMany({ where });
    }
    if (talkId && !isTaken) await record('talk.changed', talkId);
    return getNote(scope, id);
  }),
);

/** Drops it, and what was brought of it, unless they talked about it: that title stays with the talk. */
export const DELETE = route({ params: noteParams }, ({ identity, params: { id } }) =>
  transaction(identity, async ({ db, record }) => {
    // The note before its matter, as everywhere.
    const [dropped] = await db.$queryRaw<{ matterId: string | null }[]>`
      DELETE FROM note WHERE id = ${id}::uuid RETURNING matter_id AS "matterId"`;
    if (!dropped?.matterId) return;
    const open = { id: dropped.matterId, isTaken: false };
    const matter = await db.matter.findFirst({ where: open });
    const { count } = await db.matter.deleteMany({ where: open });
    // The other sees its title now.
    if (count > 0 && matter?.talkId) await record('talk.changed', matter.talkId);
  }),
);

/** Begins the note, if there is none of mine with this id. @returns whether it was begun now */
async function beginNote(scope: Scope, id: string, body: NoteBody): Promise<boolean> {
  const { db, member } = scope;
  if (await db.note.count({ where: { id } })) return false;
  const { kind, promptId = null } = body;
  if (promptId && !(await db.prompt.count({ where: { id: promptId, revealedAt: { not: null } } })))
    throw new AppError('invalid', { fields: { promptId: 'unknown' } });
  if ((await db.note.count({ where: waiting })) >= mostNotes) throw new AppError('said_enough');
  const made = await db.$executeRaw`
    INSERT INTO note (id, user_id, kind, sealed_body, prompt_id, created_at)
    VALUES (${id}::uuid, ${member.userId}::uuid, ${kind}::note_kind, ${await sealNote(scope, id, body)},
            ${promptId}::uuid, ${now()})
    ON CONFLICT (id) DO NOTHING`;
  return made > 0;
}
