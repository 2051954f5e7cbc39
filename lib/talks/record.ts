import { AppError } from '#lib/error';
import { stateOf } from '#lib/talks/live/state';
import type { RecordView } from '#lib/talks/view';
import { viewRecord } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';

/** Versions that one of the two may need of a record. */
export const mostParts = 30;

/** What was written down of a talk. */
export async function getRecord(scope: Scope, talkId: string): Promise<RecordView> {
  const parts = await scope.db.recordPart.findMany({ where: { talkId }, orderBy: { n: 'asc' } });
  const approvals = await scope.db.approval.findMany({ where: { talkId } });
  return viewRecord(scope, parts, approvals);
}

/** Locks the record of a talk of us two, once both have arrived. @throws AppError `not_found`, or `alone` where one of the two has gone */
export async function lockRecord(scope: Scope, talkId: string): Promise<RecordView> {
  const { db, member } = scope;
  // A talk that is over is nobody's to lock, and its record goes on.
  await db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('record:' || ${talkId}, 0))) AS locked`;
  const talk = await db.talk.findUnique({ where: { id: talkId } });
  if (!talk?.begunAt || talk.form === 'evening' || stateOf(talk).step === 0) throw new AppError('not_found');
  if (!member.partner || !talk.readerIds.includes(member.partner.id)) throw new AppError('alone');
  return getRecord(scope, talkId);
}
