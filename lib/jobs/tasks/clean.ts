import { now } from '#lib/clock';
import { asSystem } from '#lib/transaction';

const day = 86_400_000;

/** How long an invite that can no longer be used still says why. */
const inviteKept = 30 * day;
/** How long a job that failed for good is kept to be looked at. */
const failureKept = 7 * day;

/** Removes what has run out: links, sessions, counters of attempts, old invites, bids that have faded, jobs that failed for good. */
export async function clean(): Promise<void> {
  const at = now();
  await asSystem(async (db) => {
    await db.mailToken.deleteMany({ where: { expiresAt: { lte: at } } });
    await db.session.deleteMany({ where: { expiresAt: { lte: at } } });
    await db.rateLimit.deleteMany({ where: { expire: { lte: at.getTime() } } });
    await db.invite.deleteMany({ where: { expiresAt: { lte: new Date(at.getTime() - inviteKept) } } });
    await db.$queryRaw`SELECT app.forget_bids()::text`;
    await db.$executeRaw`
      SELECT FROM graphile_worker.complete_jobs(ARRAY(
        SELECT id FROM graphile_worker.jobs
         WHERE attempts >= max_attempts AND locked_at IS NULL
           AND updated_at < ${new Date(at.getTime() - failureKept)}::timestamptz))`;
  });
}
