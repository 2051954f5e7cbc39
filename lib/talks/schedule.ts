import { authorOf } from '#lib/author';
import { addDays, type Day, dateToDay, dayIn, dayToDate, now, type Time } from '#lib/clock';
import { AppError } from '#lib/error';
import type { Prisma } from '#lib/generated/prisma/client';
import type { TalkForm } from '#lib/talks/kinds';
import { stateOf } from '#lib/talks/live/state';
import { isNear, isNow, listOccurrences, type Occurrence, type RitualRule, type TalkFact } from '#lib/talks/rules';
import type { RitualBody } from '#lib/talks/schema';
import type { NextTalk, RitualView, ScheduleView } from '#lib/talks/view';
import type { Scope } from '#lib/transaction';

type RitualRow = Prisma.RitualGetPayload<object>;
type ReadScope = Pick<Scope, 'db' | 'member'>;

/** For how many days ahead talks can be moved and left out. */
export const daysAhead = 56;

/** Locks when the two talk, so that what both do at the same moment follows one another. */
export async function lockRituals(scope: Scope): Promise<{ agreed: RitualRow | null; proposed: RitualRow | null }> {
  await scope.db.$queryRaw`
    SELECT 1 FROM ritual WHERE couple_id = ${scope.member.coupleId}::uuid ORDER BY is_agreed FOR UPDATE`;
  return findRituals(scope);
}

async function findRituals({ db, member }: ReadScope) {
  const rows = await db.ritual.findMany({ where: { coupleId: member.coupleId } });
  return {
    agreed: rows.find(({ isAgreed }) => isAgreed) ?? null,
    proposed: rows.find(({ isAgreed }) => !isAgreed) ?? null,
  };
}

function viewRitual(scope: ReadScope, row: RitualRow): RitualView {
  const { authorId, rhythm, weekday, time, form } = row;
  return { by: authorOf(scope, authorId), rhythm, weekday, time: time as Time, form: form as TalkForm };
}

function toRule({ rhythm, weekday, time, form, fromDay, createdAt }: RitualRow): RitualRule {
  return {
    rhythm,
    weekday,
    time: time as Time,
    form: form as TalkForm,
    fromDay: dateToDay(fromDay),
    saidAt: createdAt,
  };
}

/** The talks that are to come, those left out among them, by their time. */
export async function listComing(scope: ReadScope): Promise<Occurrence[]> {
  const { db, member } = scope;
  const { agreed } = await findRituals(scope);
  const since = dayToDate(addDays(dayIn(member.coupleTimeZone), -2));
  const rows = await db.talk.findMany({
    where: { coupleId: member.coupleId, OR: [{ day: { gte: since } }, { begunAt: null, startsAt: { gte: since } }] },
  });
  const facts: TalkFact[] = rows.map(({ id, day, form, startsAt, skippedAt, begunAt, saidAt }) => ({
    id,
    day: day && dateToDay(day),
    form: form as TalkForm,
    startsAt,
    isSkipped: skippedAt !== null,
    isBegun: begunAt !== null,
    saidAt,
  }));
  return listOccurrences(agreed && toRule(agreed), facts, member.coupleTimeZone, now(), daysAhead);
}

/** When the two talk: what is agreed, what is proposed, the next, and the one under way. */
export async function getSchedule(scope: Scope): Promise<ScheduleView> {
  const { agreed, proposed } = await findRituals(scope);
  const [next] = (await listComing(scope)).filter(({ isSkipped }) => !isSkipped);
  const underWay = await findUnderWay(scope);
  return {
    agreed: agreed && viewRitual(scope, agreed),
    proposed: proposed && viewRitual(scope, proposed),
    next: next ? viewNext(next) : null,
    underWay: underWay && {
      id: underWay.id,
      form: underWay.form,
      begunAt: underWay.begunAt?.toISOString() ?? '',
      isPaused: stateOf(underWay).pause !== null,
    },
  };
}

/** A talk that was left out and would come before any other, or null. */
export async function findLeftOut(scope: ReadScope): Promise<{ day: Day; startsAt: string } | null> {
  const [first] = await listComing(scope);
  return first?.isSkipped ? { day: first.day, startsAt: first.startsAt.toISOString() } : null;
}

function viewNext(next: Occurrence): NextTalk {
  const { id, day, form, startsAt, isMoved } = next;
  const at = now();
  return {
    id,
    day,
    form,
    startsAt: startsAt.toISOString(),
    isMoved,
    isNear: isNear(next, at),
    isNow: isNow(next, at),
  };
}

/** The talk that the two are in. */
export async function findUnderWay({ db, member }: ReadScope) {
  return db.talk.findFirst({ where: { coupleId: member.coupleId, begunAt: { not: null }, endedAt: null } });
}

/** The talk of one of the ritual's days, to be moved or left out. @throws AppError `not_found`, `talk_changed` */
export async function lockComing(scope: Scope, day: Day): Promise<Occurrence> {
  if (!scope.member.partner) throw new AppError('alone');
  await lockRituals(scope);
  await scope.db.$queryRaw`
    SELECT 1 FROM talk WHERE couple_id = ${scope.member.coupleId}::uuid AND day = ${dayToDate(day)}::date FOR UPDATE`;
  const ofDay = (await listComing(scope)).filter((one) => one.day === day);
  const coming = ofDay.find(({ isFree }) => !isFree) ?? ofDay[0];
  if (!coming) throw new AppError('not_found');
  return coming;
}

/** Whether a ritual is the one that somebody names. */
export function isSameRitual(row: RitualRow, { rhythm, weekday, time, form }: RitualBody): boolean {
  return row.rhythm === rhythm && row.weekday === (weekday ?? null) && row.time === time && row.form === form;
}
