import { dayIn, instantOf, type Time } from '#lib/clock';
import { getThanks, setAside } from '#lib/thanks/queries';
import type { ThanksView } from '#lib/thanks/view';
import type { Scope } from '#lib/transaction';

/**
 * Draws an old one, of either: never the one that I drew last, unless it is the only one. What I have not taken in yet is not
 * in the jar, and what is of today only where there is nothing older. Which I drew is mine alone.
 */
export async function drawThanks(scope: Scope): Promise<{ thanks: ThanksView | null; isOnly: boolean }> {
  const { db, member } = scope;
  const { userId, coupleId, coupleTimeZone, partner } = member;
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('jar:' || ${userId}, 0))::text`;
  const today = instantOf(coupleTimeZone, dayIn(coupleTimeZone), '00:00' as Time);
  const rows = await db.$queryRaw<{ id: string; isDrawn: boolean }[]>`
    SELECT t.id, coalesce(a.is_drawn, false) AS "isDrawn"
      FROM thanks t LEFT JOIN aside a ON a.thanks_id = t.id AND a.user_id = ${userId}::uuid
     WHERE t.couple_id = ${coupleId}::uuid AND t.given_at IS NOT NULL AND t.sealed_body IS NOT NULL
       AND (${partner?.id ?? null}::uuid IS NULL OR ${partner?.id ?? null}::uuid = ANY (t.reader_ids))
       AND (t.giver_id = ${userId}::uuid OR t.is_received OR a.is_seen)
     ORDER BY coalesce(a.is_drawn, false), t.given_at >= ${today}::timestamptz, random()
     LIMIT 2`;
  const [drawn] = rows;
  if (!drawn) return { thanks: null, isOnly: false };
  await db.aside.updateMany({ where: { userId, isDrawn: true }, data: { isDrawn: false } });
  await setAside(scope, drawn.id, { isDrawn: true });
  return { thanks: await getThanks(scope, drawn.id), isOnly: rows.length === 1 };
}
