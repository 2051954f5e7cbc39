import { isDeepStrictEqual } from 'node:util';
import { now } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { useJournal } from '#lib/journal/door';
import { getEntry, sealEntry } from '#lib/journal/queries';
import { type EntryBody, entryBody, entryParams } from '#lib/journal/schema';
import type { EntryView } from '#lib/journal/view';
import { transaction } from '#lib/transaction';

/** Entries of one person, of which more than anybody has. */
const mostEntries = 10_000;

export const GET = route({ params: entryParams }, ({ identity, params }) =>
  transaction(identity, (scope) => getEntry(scope, params.id)),
);

/** Writes an entry of my own, or writes on at it. What another device wrote meanwhile is not overwritten: it is told instead. */
export const PUT = route({ params: entryParams, body: entryBody }, ({ identity, params: { id }, body }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    await useJournal(scope);
    const sealedBody = await sealEntry(scope, id, body);
    if (body.after === 0) {
      if ((await db.entry.count()) >= mostEntries) throw new AppError('said_enough');
      const begun = await db.$executeRaw`
        INSERT INTO entry (id, user_id, sealed_body, created_at)
        VALUES (${id}::uuid, ${member.userId}::uuid, ${sealedBody}, ${now()}) ON CONFLICT (id) DO NOTHING`;
      if (begun > 0) return getEntry(scope, id);
    } else {
      const { count } = await db.entry.updateMany({
        where: { id, n: body.after },
        data: { sealedBody, n: { increment: 1 } },
      });
      if (count > 0) return getEntry(scope, id);
    }
    const present = await getEntry(scope, id);
    // The same sent twice is well.
    if (holds(present, body)) return present;
    throw new AppError('entry_changed', { present });
  }),
);

/** Deletes it, without a trace. */
export const DELETE = route({ params: entryParams }, ({ identity, params: { id } }) =>
  transaction(identity, async (scope) => {
    await useJournal(scope);
    await scope.db.entry.deleteMany({ where: { id } });
  }),
);

function holds({ form, text, sensations, feelings, needs }: EntryView, body: EntryBody): boolean {
  const named = body.form === 'feeling' ? body : { sensations: [], feelings: [], needs: [] };
  return (
    form === body.form &&
    text === (body.text ?? null) &&
    isDeepStrictEqual([sensations, feelings, needs], [named.sensations, named.feelings, named.needs])
  );
}
