import type { Author } from '#lib/author';
import type { Day } from '#lib/clock';
import type { PlanKind } from '#lib/plans/kinds';

/** Where a plan stands for the one who looks. `teased`: a sealed one of the partner's, of which only the teaser is seen. */
export type PlanState = 'draft' | 'sealed' | 'teased' | 'proposed' | 'later' | 'planned' | 'lived' | 'letgo';

/** Of whom an answer is asked: of the one who did not write the last version. */
export function askedOf(state: PlanState, lastBy: Author): Author | null {
  if (state !== 'proposed' && state !== 'later') return null;
  if (lastBy === 'gone') return null;
  return lastBy === 'me' ? 'partner' : 'me';
}

/** A postponed one waits until its day has come; then it stands where it stood. */
export function stateOn(state: PlanState, laterUntil: Day | null, today: Day): PlanState {
  return state === 'later' && laterUntil !== null && laterUntil <= today ? 'proposed' : state;
}

/** How many days something takes of which only the day was said. */
export function countDays(minutes: number | null): number {
  return Math.max(1, Math.ceil((minutes ?? 0) / (24 * 60)));
}

type Line = {
  id: string;
  kind: PlanKind;
  by: Author;
  state: PlanState;
  askedOf: Author | null;
  day: Day | null;
  isPast: boolean;
};

/** The plans as a page shows them, each in one place. */
export type Groups<L extends Line> = {
  /** Proposals that ask me, and those that ask my partner. */
  forMe: L[];
  forPartner: L[];
  /** What is to come, by its day; what has no day stands last. With what my partner keeps sealed. */
  ahead: L[];
  /** Its time is over: was it lived? */
  over: L[];
  /** Not now. */
  later: L[];
  /** My own drafts and sealed surprises. */
  mine: L[];
};

/** Sorts what is not over into its places. */
export function groupPlans<L extends Line>(lines: readonly L[]): Groups<L> {
  const groups: Groups<L> = { forMe: [], forPartner: [], ahead: [], over: [], later: [], mine: [] };
  for (const line of lines) {
    // What my partner kept sealed until its day was over is theirs to speak of.
    if (line.state !== 'teased' || !line.isPast) groups[placeOf(line)].push(line);
  }
  const last = '9999-12-31';
  const dayOf = ({ day }: L): string => day ?? last;
  groups.ahead.sort((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? -1 : 1));
  return groups;
}

function placeOf({ state, askedOf, isPast }: Line): keyof Groups<Line> {
  if (state === 'draft' || state === 'sealed') return 'mine';
  if (state === 'later') return 'later';
  if (state === 'proposed') return askedOf === 'me' ? 'forMe' : 'forPartner';
  return state === 'planned' && isPast ? 'over' : 'ahead';
}
