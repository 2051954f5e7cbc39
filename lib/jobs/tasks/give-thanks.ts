import { type Due, tellDue } from '#lib/jobs/tasks/tell-due';

/** Gives the thanks whose time has come. */
export function giveDueThanks(): Promise<void> {
  return tellDue('thanks.given', (db) => db.$queryRaw<Due[]>`SELECT * FROM app.give_due()`);
}
