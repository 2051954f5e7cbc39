import { AppError } from '#lib/error';
import type { Scope } from '#lib/transaction';

/** Whether the journal is open in this session. The policies of `entry` ask the same. */
export async function isJournalOpen({ db }: Scope): Promise<boolean> {
  const [row] = await db.$queryRaw<{ open: boolean }[]>`SELECT app.is_journal_open() AS open`;
  return row?.open ?? false;
}

/** @throws AppError `journal_locked` where the password is to be given first */
export async function requireOpenJournal(scope: Scope): Promise<void> {
  if (!(await isJournalOpen(scope))) throw new AppError('journal_locked');
}

/** The journal is being used: it stays open for as long again. @throws AppError `journal_locked` */
export async function useJournal({ db }: Scope): Promise<void> {
  const [row] = await db.$queryRaw<{ open: boolean }[]>`SELECT app.use_journal() AS open`;
  if (!row?.open) throw new AppError('journal_locked');
}

/** Opens the journal in this session, after the password was given; or closes it by hand. */
export async function openJournal({ db }: Scope, open: boolean): Promise<void> {
  await db.$executeRaw`SELECT app.open_journal(${open})`;
}

/** After how many minutes away the journal asks again; 0: never. */
export async function getLock({ db, member }: Scope): Promise<number> {
  const { journalLock } = await db.account.findUniqueOrThrow({
    where: { userId: member.userId },
    select: { journalLock: true },
  });
  return journalLock;
}
