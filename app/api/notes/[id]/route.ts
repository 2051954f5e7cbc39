import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getNote, lockNote, mostNotes, sealLent, sealNote, sealTitle } from '#lib/talks/notes';
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
    const { isBrought, isLent, isTaken, talkId } = await lockNote(scope, id);
    const { db, record } = scope;
    await db.note.updateMany({ where: { id }, data: { kind: body.kind, sealedBody: await sealNote(scope, id, body) } });
    // What they talked about keeps the title by which they did.
    if (isBrought && !isTaken) {
      const sealedTitle = await sealTitle(scope, id, body.title);
      await db.matter.updateMany({ where: { id }, data: { kind: body.kind, sealedTitle } });
    }
    if (isLent && !body.text) await db.lentNote.deleteMany({ where: { id } });
    if (isLent && body.text)
      await db.lentNote.updateMany({ where: { id }, data: { sealedText: await sealLent(scope, id, body.text) } });
    if (talkId && !isTaken) await record('talk.changed', talkId);
    return getNote(scope, id);
  }),
);

/** Drops it, and what was brought of it, unless they talked about it: that title stays with the talk. */
export const DELETE = route({ params: noteParams }, ({ identity, params: { id } }) =>
  transaction(identity, async ({ db, member, record }) => {
    const authorId = member.userId;
    await db.lentNote.deleteMany({ where: { id, authorId } });
    const open = { id, authorId, isTaken: false };
    const matter = await db.matter.findFirst({ where: open });
    await db.matter.deleteMany({ where: open });
    await db.note.deleteMany({ where: { id } });
    // The other sees its title now.
    if (matter?.talkId) await record('talk.changed', matter.talkId);
  }),
);

/** Begins the note, if there is none of mine with this id. @returns whether it was begun now */
async function beginNote(scope: Scope, id: string, body: NoteBody): Promise<boolean> {
  const { db, member } = scope;
  if (await db.note.count({ where: { id } })) return false;
  const { kind, promptId = null } = body;
  if (promptId && !(await db.prompt.count({ where: { id: promptId, revealedAt: { not: null } } })))
    throw new AppError('invalid', { fields: { promptId: 'unknown' } });
  const taken = await db.matter.count({ where: { authorId: member.userId, isTaken: true } });
  if ((await db.note.count()) - taken >= mostNotes) throw new AppError('said_enough');
  const made = await db.$executeRaw`
    INSERT INTO note (id, user_id, kind, sealed_body, prompt_id, created_at)
    VALUES (${id}::uuid, ${member.userId}::uuid, ${kind}::note_kind, ${await sealNote(scope, id, body)},
            ${promptId}::uuid, ${now()})
    ON CONFLICT (id) DO NOTHING`;
  return made > 0;
}
