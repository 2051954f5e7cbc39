import { addDays, addMonths, type Day, dateToDay, dayToDate } from '#lib/clock';
import type { Rhythm } from '#lib/turns/kinds';

/** The row that all turns follow from: turn `anchorN` began on `anchorOn` and is the first holder's. */
export type TurnRule = { rhythm: Rhythm; anchorOn: Day; anchorN: number; firstId: string };

/** One turn. `endsOn` is its last day. */
export type Turn = { n: number; holderId: string; startsOn: Day; endsOn: Day };

/** How many days a turn has. Months differ: they are counted as months. */
const daysOf = { weekly: 7, biweekly: 14 } satisfies Record<Exclude<Rhythm, 'monthly'>, number>;
const longestMonth = 31;

function startOf({ rhythm, anchorOn }: TurnRule, count: number): Day {
  if (rhythm === 'monthly') return dateToDay(addMonths(dayToDate(anchorOn), count));
  return addDays(anchorOn, count * daysOf[rhythm]);
}

/** How many turns have ended since the anchor. */
function countEnded(rule: TurnRule, today: Day): number {
  const days = (Date.parse(today) - Date.parse(rule.anchorOn)) / 86_400_000;
  let count = Math.max(0, Math.floor(days / (rule.rhythm === 'monthly' ? longestMonth : daysOf[rule.rhythm])));
  while (startOf(rule, count + 1) <= today) count++;
  return count;
}

/** Whose turn a day is in. There is exactly one, whatever was missed: a lapsed turn has passed on. */
export function turnOn(rule: TurnRule, today: Day, members: readonly [string, string]): Turn {
  const count = countEnded(rule, today);
  const isFirst = count % 2 === 0;
  return {
    n: rule.anchorN + count,
    holderId: isFirst ? rule.firstId : otherOf(members, rule.firstId),
    startsOn: startOf(rule, count),
    endsOn: addDays(startOf(rule, count + 1), -1),
  };
}

function otherOf(members: readonly [string, string], id: string): string {
  return members[0] === id ? members[1] : members[0];
}

/** The two exchange: this turn is the other's, and the next one this one's. Days stay as they are. */
export function swapTurns(rule: TurnRule, members: readonly [string, string]): TurnRule {
  return { ...rule, firstId: otherOf(members, rule.firstId) };
}

/** This turn ends, and the other's begins today. */
export function skipTurn(rule: TurnRule, today: Day, members: readonly [string, string]): TurnRule {
  const { n, holderId } = turnOn(rule, today, members);
  return { ...rule, anchorOn: today, anchorN: n + 1, firstId: otherOf(members, holderId) };
}

/** Goes on in another rhythm, from the beginning of the turn of today. */
export function changeRhythm(rule: TurnRule, rhythm: Rhythm, today: Day, members: readonly [string, string]): TurnRule {
  const { n, holderId, startsOn } = turnOn(rule, today, members);
  // In a quicker rhythm it may be over by now: then it begins today.
  const fits = startOf({ ...rule, rhythm, anchorOn: startsOn }, 1) > today;
  return { rhythm, anchorOn: fits ? startsOn : today, anchorN: n, firstId: holderId };
}
