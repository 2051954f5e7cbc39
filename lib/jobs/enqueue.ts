import type { JobName, JobPayload } from '#lib/jobs/catalogue';
import type { Db } from '#lib/transaction';

/** How often a job is tried: with graphile-worker's growing pauses, for about nine hours. */
const mostAttempts = 11;

/** Adds a job within a transaction of `asSystem`: it runs when that commits, or never. */
export async function enqueue<Name extends JobName>(db: Db, name: Name, payload: JobPayload<Name>): Promise<void> {
  await db.$executeRaw`
    SELECT FROM graphile_worker.add_job(
      identifier => ${name}::text, payload => ${JSON.stringify(payload)}::json, max_attempts => ${mostAttempts}::int)`;
}
