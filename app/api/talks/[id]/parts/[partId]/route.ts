import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { getRecord, lockRecord, mostParts } from '#lib/talks/record';
import { partBody, partParams } from '#lib/talks/schema';
import { transaction } from '#lib/transaction';
import { seal } from '#lib/vault';

/**
 * Writes my part of what was said, or what we will try: a new version of it. It asks both for their yes again. The id is the
 * client's, so twice is once.
 */
export const PUT = route({ params: partParams, body: partBody }, ({ identity, params, body }) =>
  transaction(identity, async (scope) => {
    const { db, member, record } = scope;
    const { id: talkId, partId: id } = params;
    const { trail, mine, tries, n } = await lockRecord(scope, talkId);
    const sent = trail.find((part) => part.id === id);
    if (sent && sent.by !== 'me') throw new AppError('conflict');
    if (sent) return getRecord(scope, talkId);
    const last = body.kind === 'said' ? mine : tries;
    if (body.after !== (last?.n ?? 0))
      throw new AppError('record_changed', { present: await getRecord(scope, talkId) });
    // The same again is no other version.
    if (last?.text === body.text) return getRecord(scope, talkId);
    if (trail.filter(({ by }) => by === 'me').length >= mostParts) throw new AppError('said_enough');
    const { coupleId, userId: authorId } = member;
    const sealedBody = await seal(scope, 'couple', { table: 'record_part', column: 'sealed_body', id }, body.text);
    const part = { id, talkId, coupleId, authorId, kind: body.kind, n: n + 1, sealedBody, createdAt: now() };
    const { count } = await db.recordPart.createMany({ data: part, skipDuplicates: true });
    // The id stands in another talk.
    if (count === 0) throw new AppError('conflict');
    await record('record.changed', talkId);
    return getRecord(scope, talkId);
  }),
);
