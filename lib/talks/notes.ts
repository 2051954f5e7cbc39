import { AppError } from '#lib/error';
import type { Prisma } from '#lib/generated/prisma/client';
import type { NoteBody } from '#lib/talks/schema';
import { type NoteView, noteParts, viewNote } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Notes of one person that wait, of which more than anybody has. */
export const mostNotes = 200;
/** Of those that were talked about; each stands with its talk as well. */
const mostTaken = 50;

const placeOf = (table: 'note' | 'matter' | 'lent_note', id: string) => ({
  table,
  column: { note: 'sealed_body', matter: 'sealed_title', lent_note: 'sealed_text' }[table],
  id,
});

/** Those that were not talked about. */
export const waiting = { NOT: { matter: { isTaken: true } } } as const satisfies Prisma.NoteWhereInput;

/** My own notes, the newest first: all that wait, and those that were talked about lately. */
export async function listNotes(scope: Scope): Promise<NoteView[]> {
  const given = { include: noteParts, orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }] };
  const open = await scope.db.note.findMany({ ...given, where: waiting });
  const taken = await scope.db.note.findMany({ ...given, where: { matter: { isTaken: true } }, take: mostTaken });
  const views: NoteView[] = [];
  for (const row of [...open, ...taken]) views.push(await viewNote(scope, row));
  return views;
}

/** How many notes I bring, and how many wait for me alone. */
export async function countNotes({ db }: Scope): Promise<{ brought: number; kept: number }> {
  const brought = await db.note.count({ where: { matter: { isTaken: false } } });
  const kept = await db.note.count({ where: { matterId: null } });
  return { brought, kept };
}

/** @throws AppError `not_found` */
export async function getNote(scope: Scope, id: string): Promise<NoteView> {
  const row = await scope.db.note.findUnique({ where: { id }, include: noteParts });
  if (!row) throw new AppError('not_found');
  return viewNote(scope, row);
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

/** The copies that bringing makes, under the couple's key and the matter's id: the title, and of a lent one the text. */
export function sealTitle(scope: Scope, matterId: string, title: string) {
  return seal(scope, 'couple', placeOf('matter', matterId), title);
}

export function sealLent(scope: Scope, matterId: string, text: string) {
  return seal(scope, 'couple', placeOf('lent_note', matterId), text);
}
