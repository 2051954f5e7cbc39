import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getRecord, lockRecord } from '#lib/talks/record';
import { approvalBody, talkParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';

/** Says yes to the record as it stands, for myself alone. Twice is once. */
export const PUT = route({ params: talkParams, body: approvalBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id: talkId } = params;
    const { n, approved } = await lockRecord(scope, talkId);
    if (n !== body.n) throw new AppError('record_changed', { present: await getRecord(scope, talkId) });
    if (approved.me) return getRecord(scope, talkId);
    const { coupleId, userId } = member;
    await db.approval.upsert({
      where: { talkId_userId: { talkId, userId } },
      update: { n },
      create: { talkId, coupleId, userId, n },
    });
    await record('record.approved', talkId);
    return getRecord(scope, talkId);
  }),
);
