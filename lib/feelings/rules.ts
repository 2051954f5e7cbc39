import { addDays, type Day, dayIn } from '#lib/clock';
import type { CheckInView } from '#lib/feelings/view';

/** Weeks that are shown at once: as many as a season has. */
export const shownWeeks = 12;

/** The last weeks of those shown that "lately" means. */
const latelyWeeks = 4;

/** A week from Monday to Sunday, and what was checked in within it, in the order of time. */
export type Week = { from: Day; to: Day; checkIns: CheckInView[] };

/** The Monday of a day's week. */
export function weekOf(day: Day): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The weeks from a Monday on, each with its check-ins: on the days that a zone's calendar had, whatever clocks did. */
export function weeksOf(checkIns: readonly CheckInView[], zone: string, first: Day): Week[] {
  const byWeek = new Map<Day, CheckInView[]>();
  for (const checkIn of checkIns) {
    const week = weekOf(dayIn(zone, new Date(checkIn.at)));
    byWeek.set(week, [...(byWeek.get(week) ?? []), checkIn]);
  }
  return Array.from({ length: shownWeeks }, (_, n) => {
    const from = addDays(first, 7 * n);
    return { from, to: addDays(from, 6), checkIns: byWeek.get(from) ?? [] };
  });
}

/** How often each word of some lists was said, the most frequent first; of two alike the one said last. */
export function rankWords(lists: readonly (readonly string[])[]): { id: string; times: number }[] {
  const found = new Map<string, { id: string; times: number; last: number }>();
  for (const [index, list] of lists.entries())
    for (const id of list) found.set(id, { id, times: (found.get(id)?.times ?? 0) + 1, last: index });
  return [...found.values()]
    .sort((a, b) => b.times - a.times || b.last - a.last)
    .map(({ id, times }) => ({ id, times }));
}

/** What weeks come to in a sentence: the word that was said most, and the need that was named with it, or else at all. */
export type Lately = { feeling: string; isOften: boolean; need: string | null; isWithIt: boolean };

export function findLately(weeks: readonly Week[], isNow: boolean): Lately | null {
  const checkIns = (isNow ? weeks.slice(-latelyWeeks) : weeks).flatMap((week) => week.checkIns);
  const [most] = rankWords(checkIns.map(({ feelings }) => feelings));
  if (!most) return null;
  const needsOf = (some: readonly CheckInView[]) => rankWords(some.map(({ needs }) => needs))[0]?.id ?? null;
  const withIt = needsOf(checkIns.filter(({ feelings }) => feelings.includes(most.id)));
  return {
    feeling: most.id,
    isOften: most.times > 1,
    need: withIt ?? needsOf(checkIns),
    isWithIt: withIt !== null,
  };
}

/** How strong feelings were in a week, from the faintest to the strongest said; null where nobody said. */
export function rangeOf(week: Week): { low: number; high: number; mean: number } | null {
  const said = week.checkIns.flatMap(({ strength }) => strength ?? []);
  if (said.length === 0) return null;
  const mean = said.reduce((sum, one) => sum + one, 0) / said.length;
  return { low: Math.min(...said), high: Math.max(...said), mean };
}
