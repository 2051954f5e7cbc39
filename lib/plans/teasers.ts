import type { Scope } from '#lib/transaction';

/** Takes back what my partner knows of a sealed plan of mine, whose row is locked. Without a teaser nothing happens. */
export async function takeBackTeaser({ db, record }: Scope, planId: string): Promise<void> {
  if (!(await db.teaser.count({ where: { planId } }))) return;
  // While it is there: of what the partner cannot see nothing is told.
  await record('teaser.takenback', planId);
  await db.teaser.deleteMany({ where: { planId } });
}
