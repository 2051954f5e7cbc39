import { type Due, tellDue } from '#lib/jobs/tasks/tell-due';

/** Delivers what was shared and whose time has come. */
export function deliverSharings(): Promise<void> {
  return tellDue('sharing.delivered', (db) => db.$queryRaw<Due[]>`SELECT * FROM app.deliver_due()`);
}
