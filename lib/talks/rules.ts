import { addDays, type Day, dayIn, instantOf, now, type Time } from '#lib/clock';
import { prepDays, type RitualRhythm, type TalkForm } from '#lib/talks/kinds';

/** When the two talk, as they agreed. */
export type RitualRule = {
  rhythm: RitualRhythm;
  /** 1 Monday … 7 Sunday; null when daily. */
  weekday: number | null;
  time: Time;
  form: TalkForm;
  /** The first day that counts. */
  fromDay: Day;
  /** When it was agreed to. */
  saidAt: Date;
};

/** What was done about one talk that is to come or was: moved, left out, begun. `day` is the ritual's; null for one outside it. */
export type TalkFact = {
  id: string;
  day: Day | null;
  form: TalkForm;
  startsAt: Date | null;
  isSkipped: boolean;
  isBegun: boolean;
  /** When it was said last. */
  saidAt: Date;
};

/** A talk that is to come. `id` is null as long as nothing was done about it; `isFree`: outside the ritual, on the day of its time. */
export type Occurrence = {
  id: string | null;
  day: Day;
  isFree: boolean;
  form: TalkForm;
  startsAt: Date;
  isMoved: boolean;
  isSkipped: boolean;
  saidAt: Date;
};

/** How long before its time one can say that it is time, and how long a talk that nobody began is still the next, in ms. */
const early = 10 * 60_000;
const late = 3 * 60 * 60_000;

/** The ISO weekday of a day, 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

export function isRitualDay({ rhythm, weekday, fromDay }: RitualRule, day: Day): boolean {
  return day >= fromDay && (rhythm === 'daily' || weekdayOf(day) === weekday);
}

/**
 * The talks that are to come or whose time it is, by their time: those of the ritual by its days in the couple's zone, as far as
 * they were not begun, and those that were moved outside it.
 * @param ahead for how many days
 */
export function listOccurrences(
  ritual: RitualRule | null,
  facts: readonly TalkFact[],
  zone: string,
  at: Date,
  ahead: number,
): Occurrence[] {
  const today = dayIn(zone, at);
  const byDay = new Map(facts.flatMap((fact) => (fact.day ? [[fact.day, fact] as const] : [])));
  const found: Occurrence[] = [];
  for (let day = addDays(today, -1); day <= addDays(today, ahead); day = addDays(day, 1)) {
    if (byDay.has(day) || !ritual || !isRitualDay(ritual, day)) continue;
    const startsAt = instantOf(zone, day, ritual.time);
    found.push({
      id: null,
      day,
      isFree: false,
      form: ritual.form,
      startsAt,
      isMoved: false,
      isSkipped: false,
      saidAt: ritual.saidAt,
    });
  }
  for (const { id, day, form, startsAt, isSkipped, isBegun, saidAt } of facts) {
    if (isBegun) continue;
    const usual = day && ritual && isRitualDay(ritual, day) ? instantOf(zone, day, ritual.time) : null;
    const at = startsAt ?? usual;
    if (!at) continue;
    found.push({
      id,
      day: day ?? dayIn(zone, at),
      isFree: day === null,
      form,
      startsAt: at,
      isMoved: startsAt !== null,
      isSkipped,
      saidAt,
    });
  }
  return found
    .filter(({ startsAt }) => startsAt.getTime() + late > at.getTime())
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** Whether it asks what one would bring. */
export function isNear({ startsAt }: Pick<Occurrence, 'startsAt'>, at: Date): boolean {
  return startsAt.getTime() - at.getTime() <= prepDays * 86_400_000;
}

/** Whether it is time to begin. */
export function isNow({ startsAt }: Pick<Occurrence, 'startsAt'>, at: Date): boolean {
  return at.getTime() >= startsAt.getTime() - early;
}

/** How long until a talk that is to come is near, or until it is time; 0 where it is, in ms. */
export function msToChange({ startsAt }: { startsAt: string }, at: Date = now()): number {
  const left = new Date(startsAt).getTime() - at.getTime();
  return [left - prepDays * 86_400_000, left - early].find((ms) => ms > 0) ?? 0;
}

/** Whether another commitment waits for a yes to take the place of this one. */
export function isChanging<One extends { id: string; earlierId: string | null; state: string }>(
  { id }: One,
  commitments: readonly One[],
): boolean {
  return commitments.some(({ earlierId, state }) => earlierId === id && state === 'offered');
}
