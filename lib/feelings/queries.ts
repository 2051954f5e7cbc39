import type { z } from 'zod';
import { addDays, type Day, dayIn, instantOf, type Time } from '#lib/clock';
import { AppError } from '#lib/error';
import type { CheckInBody, listQuery } from '#lib/feelings/check-in-schema';
import { shownWeeks, type Week, weekOf, weeksOf } from '#lib/feelings/rules';
import { type CheckInView, checkInPlace, viewCheckIn } from '#lib/feelings/view';
import type { Scope } from '#lib/transaction';
import { seal } from '#lib/vault';

/** Check-ins of one person, of which more than anybody has. */
export const mostCheckIns = 10_000;

const pageSize = 30;

/**
 * Bytes to which a check-in is filled up before it is sealed: a ciphertext is as long as its text, and words differ in length. The
 * fullest one fits, so that all are of one length.
 */
export const filledTo = 2048;

/** A check-in under my own key. */
export function sealCheckIn(scope: Scope, id: string, body: CheckInBody) {
  const json = JSON.stringify(body);
  return seal(scope, 'user', checkInPlace(id), json + ' '.repeat(Math.max(0, filledTo - Buffer.byteLength(json))));
}

/** @throws AppError `not_found` */
export async function getCheckIn(scope: Scope, id: string): Promise<CheckInView> {
  const row = await scope.db.checkIn.findUnique({ where: { userId_id: { userId: scope.member.userId, id } } });
  if (!row) throw new AppError('not_found');
  return viewCheckIn(scope, row);
}

/** My check-ins, the newest first, after the one that a cursor (`next` of the page before) names. */
export async function listCheckIns(
  scope: Scope,
  { before }: z.output<typeof listQuery> = {},
): Promise<{ checkIns: CheckInView[]; next: string | null }> {
  const rows = await scope.db.checkIn.findMany({
    where: before && {
      OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  });
  const checkIns: CheckInView[] = [];
  for (const row of rows.slice(0, pageSize)) checkIns.push(await viewCheckIn(scope, row));
  const last = checkIns.at(-1);
  return { checkIns, next: last && rows.length > pageSize ? `${last.at}_${last.id}` : null };
}

export type WeeksView = {
  weeks: Week[];
  /** The last day of the weeks before, where there is something in any of them. */
  earlierTo: Day | null;
  /** The last day of the weeks after; null where these are the last. */
  laterTo: Day | null;
};

const midnight = '00:00' as Time;

/** My check-ins by the weeks of my own clock: those up to the week of a day, of today without one. */
export async function getWeeks(scope: Scope, to?: Day): Promise<WeeksView> {
  const { db, member } = scope;
  const zone = member.timeZone;
  const thisWeek = weekOf(dayIn(zone));
  const last = to && weekOf(to) < thisWeek ? weekOf(to) : thisWeek;
  const first = addDays(last, -7 * (shownWeeks - 1));
  const begins = instantOf(zone, first, midnight);
  const ends = instantOf(zone, addDays(last, 7), midnight);
  const rows = await db.checkIn.findMany({
    where: { createdAt: { gte: begins, lt: ends } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const checkIns: CheckInView[] = [];
  for (const row of rows) checkIns.push(await viewCheckIn(scope, row));
  const earlier = await db.checkIn.findFirst({
    where: { createdAt: { lt: begins } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  const later = addDays(last, 7 * shownWeeks + 6);
  const thisSunday = addDays(thisWeek, 6);
  return {
    weeks: weeksOf(checkIns, zone, first),
    earlierTo: earlier && addDays(weekOf(dayIn(zone, earlier.createdAt)), 6),
    laterTo: last === thisWeek ? null : ([later, thisSunday].sort()[0] ?? null),
  };
}
