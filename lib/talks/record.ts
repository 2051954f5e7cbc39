import { AppError } from '#lib/error';
import type { RecordView } from '#lib/talks/view';
import { viewRecord } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';

/** Versions that a record may need. */
export const mostParts = 60;

/** What was written down of a talk. */
export async function getRecord(scope: Scope, talkId: string): Promise<RecordView> {
  const parts = await scope.db.recordPart.findMany({ where: { talkId }, orderBy: { n: 'asc' } });
  const approvals = await scope.db.approval.findMany({ where: { talkId } });
  return viewRecord(scope, parts, approvals);
}

/** Locks a talk of us two that was begun and has a record. @throws AppError `not_found`, or `alone` where one of the two has gone */
export async function lockRecord(scope: Scope, talkId: string): Promise<RecordView> {
  const { db, member } = scope;
  await db.$queryRaw`SELECT 1 FROM talk WHERE id = ${talkId}::uuid FOR UPDATE`;
  const talk = await db.talk.findUnique({ where: { id: talkId } });
  if (!talk?.begunAt || talk.form === 'evening') throw new AppError('not_found');
  if (!member.partner || !talk.readerIds.includes(member.partner.id)) throw new AppError('alone');
  return getRecord(scope, talkId);
}
