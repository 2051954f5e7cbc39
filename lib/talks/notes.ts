import { AppError } from '#lib/error';
import type { NoteBody } from '#lib/talks/schema';
import { type NoteView, viewNote } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Notes of one person that wait, of which more than anybody has. */
export const mostNotes = 200;

const placeOf = (table: 'note' | 'matter' | 'lent_note', id: string) => ({
  table,
  column: { note: 'sealed_body', matter: 'sealed_title', lent_note: 'sealed_text' }[table],
  id,
});

/** My own notes, the newest first. */
export async function listNotes(scope: Scope): Promise<NoteView[]> {
  const { db, member } = scope;
  const rows = await db.note.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 2 * mostNotes });
  const matters = await db.matter.findMany({ where: { authorId: member.userId } });
  const lent = await db.lentNote.findMany({ where: { authorId: member.userId }, select: { id: true } });
  const views: NoteView[] = [];
  for (const row of rows) {
    const matter = matters.find(({ id }) => id === row.id);
    views.push(
      await viewNote(
        scope,
        row,
        matter,
        lent.some(({ id }) => id === row.id),
      ),
    );
  }
  return views;
}

/** How many notes I bring, and how many wait for me alone. */
export async function countNotes({ db, member }: Scope): Promise<{ brought: number; kept: number }> {
  const matters = await db.matter.findMany({ where: { authorId: member.userId }, select: { id: true, isTaken: true } });
  const all = await db.note.count();
  const brought = matters.filter(({ isTaken }) => !isTaken).length;
  const taken = await db.note.count({ where: { id: { in: matters.map(({ id }) => id) } } });
  return { brought, kept: all - taken };
}

/** @throws AppError `not_found` */
export async function getNote(scope: Scope, id: string): Promise<NoteView> {
  const { db, member } = scope;
  const row = await db.note.findUnique({ where: { id } });
  if (!row) throw new AppError('not_found');
  const matter = await db.matter.findFirst({ where: { id, authorId: member.userId } });
  const lent = await db.lentNote.count({ where: { id, authorId: member.userId } });
  return viewNote(scope, row, matter ?? undefined, lent > 0);
}

/** Locks a note of mine. @throws AppError `not_found` */
export async function lockNote(scope: Scope, id: string): Promise<NoteView> {
  await scope.db.$queryRaw`SELECT 1 FROM note WHERE id = ${id}::uuid FOR UPDATE`;
  return getNote(scope, id);
}

/** A note's words under my own key. */
export function sealNote(scope: Scope, id: string, { title, text }: Pick<NoteBody, 'title' | 'text'>) {
  return seal(scope, 'user', placeOf('note', id), JSON.stringify({ title, text }));
}

/** The copies that bringing makes, under the couple's key: the title, and of a lent one the text. */
export function sealTitle(scope: Scope, id: string, title: string) {
  return seal(scope, 'couple', placeOf('matter', id), title);
}

export function sealLent(scope: Scope, id: string, text: string) {
  return seal(scope, 'couple', placeOf('lent_note', id), text);
}
