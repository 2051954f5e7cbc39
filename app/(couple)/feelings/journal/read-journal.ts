import type { Door } from '#components/journal/journal-door';
import { readAsViewer } from '#lib/auth/viewer';
import { getLock, isJournalOpen } from '#lib/journal/door';
import type { Scope } from '#lib/transaction';

/** Reads for a page of the journal; nothing is read where it is locked. */
export function readJournal<T>(work: (scope: Scope) => Promise<T>): Promise<{ door: Door; found: T | null }> {
  return readAsViewer(async (scope) => {
    const { db, member } = scope;
    const isOpen = await isJournalOpen(scope);
    const minutes = await getLock(scope);
    const { email } = await db.account.findUniqueOrThrow({ where: { userId: member.userId }, select: { email: true } });
    return { door: { minutes, email, isLocked: !isOpen }, found: isOpen ? await work(scope) : null };
  });
}
