import { type Due, tellDue } from '#lib/jobs/tasks/tell-due';

/** Opens the surprises whose time has come. */
export function revealSurprises(): Promise<void> {
  return tellDue('plan.revealed', (db) => db.$queryRaw<Due[]>`SELECT * FROM app.reveal_due()`);
}
