import { AppError } from '#lib/error';
import type { Prisma } from '#lib/generated/prisma/client';
import { type CommitmentView, viewCommitment } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';

/** What is offered and open at once, of which more would be a contract. */
export const mostCommitments = 30;

/** What is offered, and what is open until both say what became of it; what is due comes first. */
export async function listCommitments(scope: Scope): Promise<CommitmentView[]> {
  const { db, member } = scope;
  const rows = await db.commitment.findMany({
    where: { coupleId: member.coupleId, outcome: null },
    orderBy: [{ reviewOn: 'asc' }, { id: 'asc' }],
    take: 2 * mostCommitments,
  });
  const views: CommitmentView[] = [];
  for (const row of rows) views.push(await viewCommitment(scope, row));
  return views;
}

/** @throws AppError `not_found` */
export async function getCommitment(scope: Scope, id: string): Promise<CommitmentView> {
  const row = await scope.db.commitment.findUnique({ where: { id } });
  if (!row) throw new AppError('not_found');
  return viewCommitment(scope, row);
}

/** Locks a commitment of us two. @throws AppError `not_found`, or `alone` where one of the two has gone */
export async function lockCommitment({ db, member }: Scope, id: string): Promise<Prisma.CommitmentGetPayload<object>> {
  await db.$queryRaw`SELECT 1 FROM commitment WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await db.commitment.findUnique({ where: { id } });
  if (!row) throw new AppError('not_found');
  if (!member.partner || !row.readerIds.includes(member.partner.id)) throw new AppError('alone');
  return row;
}
