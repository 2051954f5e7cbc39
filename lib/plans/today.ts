import { getCards } from '#lib/cards/queries';
import { allLinesOf } from '#lib/cards/rules';
import type { CardView } from '#lib/cards/view';
import { addDays, type Day, dayIn, dayToDate, now } from '#lib/clock';
import { areas, type Taste, tastesOf } from '#lib/ideas/kinds';
import { listPlans } from '#lib/plans/queries';
import type { Groups } from '#lib/plans/rules';
import { type PlanLine, type PlanView, viewPlanLine } from '#lib/plans/view';
import type { Scope } from '#lib/transaction';
import { getTurn, type TurnView } from '#lib/turns/queries';

/** Something the partner likes: a taste, or their own words. */
export type Liking = { taste: Taste } | { words: string };

/** What of the plans matters on the page of today. */
export type TodaysPlan =
  | { kind: 'asks' | 'planned' | 'teased' | 'sealed' | 'unfelt'; plan: PlanLine }
  /** A surprise of the partner's that opened lately: news where this browser has not shown it yet, else planned if `isSoon`. */
  | { kind: 'opened'; plan: PlanLine; isSoon: boolean }
  /** My turn, of which nothing has come yet. */
  | { kind: 'turn'; turn: TurnView; likes: Liking[] };

/** At most. The page shows one thing to do; these stand below it. */
const most = 3;
const mostLikes = 3;

/** For how long, in ms, a surprise that has opened can still be news. */
const freshFor = 14 * 86_400_000;

/** Whether a surprise of the partner's opened so lately that somebody may not have seen it, and is not lived. */
export function isFresh(
  { kind, by, state, revealedAt }: Pick<PlanView, 'kind' | 'by' | 'state' | 'revealedAt'>,
  at: Date,
): boolean {
  if (kind !== 'surprise' || by !== 'partner' || state !== 'planned' || !revealedAt) return false;
  return at.getTime() - Date.parse(revealedAt) < freshFor;
}

/** Which of these are such surprises. */
export async function findFresh({ db }: Scope, lines: readonly PlanLine[]): Promise<ReadonlySet<string>> {
  const ids = lines.filter((line) => line.kind === 'surprise' && line.by === 'partner').map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const since = new Date(now().getTime() - freshFor);
  const where = { id: { in: ids }, state: 'planned' as const, revealedAt: { gt: since } };
  return new Set((await db.plan.findMany({ where, select: { id: true } })).map(({ id }) => id));
}

/** For how many days after it was lived a plan asks how it was. Then it stops by itself. */
const asksFor = 4;

/** What the two lived last, if it was lately and I have not said how it was for me. */
async function findUnfelt(scope: Scope): Promise<PlanLine | null> {
  const { coupleId, userId, partner, timeZone } = scope.member;
  if (!partner) return null;
  const row = await scope.db.plan.findFirst({
    where: {
      coupleId,
      state: 'lived',
      livedOn: { gte: dayToDate(addDays(dayIn(timeZone), -asksFor)) },
      readerIds: { has: partner.id },
      // Withdrawn counts as said.
      felt: { none: { authorId: userId } },
    },
    include: { versions: { orderBy: { n: 'asc' } }, teaser: true },
    orderBy: [{ livedOn: 'desc' }, { id: 'desc' }],
  });
  return row && viewPlanLine(scope, row);
}

/** What is planned for today and tomorrow, what asks me, my turn to surprise, and how it was; most urgent first. */
export async function listTodaysPlans(scope: Scope): Promise<TodaysPlan[]> {
  if (!scope.member.partner) return [];
  const groups = await listPlans(scope);
  const turn = await getTurn(scope);
  const fresh = await findFresh(scope, groups.ahead);
  const rows = chooseForToday(groups, turn, dayIn(scope.member.timeZone), fresh, await findUnfelt(scope));
  const chosen: TodaysPlan[] = [];
  for (const row of rows) {
    if (row.kind !== 'turn') chosen.push(row);
    else if (!(await hasSurprised(scope, row.turn)))
      chosen.push({ ...row, likes: likesOf((await getCards(scope)).theirs) });
  }
  return chosen;
}

/** Which of them, by the day of the one who looks. */
export function chooseForToday(
  { forMe, ahead, mine }: Pick<Groups<PlanLine>, 'forMe' | 'ahead' | 'mine'>,
  turn: TurnView | null,
  today: Day,
  fresh: ReadonlySet<string> = new Set(),
  lived: PlanLine | null = null,
): TodaysPlan[] {
  const isSoon = ({ day }: PlanLine) => day !== null && day <= addDays(today, 1);
  const isWithin = ({ day }: PlanLine) => !day || (turn && day >= turn.startsOn && day <= turn.endsOn);
  const soon = ahead
    .filter((plan) => isSoon(plan) && !fresh.has(plan.id))
    .map((plan): TodaysPlan => ({ kind: plan.state === 'teased' ? 'teased' : 'planned', plan }));
  const opened = ahead
    .filter(({ id }) => fresh.has(id))
    .map((plan): TodaysPlan => ({ kind: 'opened', plan, isSoon: isSoon(plan) }));
  const asks = forMe.slice(0, 1).map((plan): TodaysPlan => ({ kind: 'asks', plan }));
  const isMine = turn?.holder === 'me';
  const sealed = mine.find(
    (plan) => plan.state === 'sealed' && !plan.isPast && (isSoon(plan) || (isMine && isWithin(plan))),
  );
  const isOut = ahead.some((plan) => plan.kind === 'surprise' && plan.by === 'me' && isWithin(plan));
  const own: TodaysPlan[] = sealed
    ? [{ kind: 'sealed', plan: sealed }]
    : turn && isMine && !isOut
      ? [{ kind: 'turn', turn, likes: [] }]
      : [];
  const taken = asks.length + own.length + opened.length;
  const rows = [...opened, ...soon.slice(0, Math.max(0, most - taken)), ...asks, ...own];
  // What is over takes no place from what is to come.
  return lived && rows.length < most ? [...rows, { kind: 'unfelt', plan: lived }] : rows;
}

/** Whether a surprise of mine was lived in this turn: then it asks for no other. */
async function hasSurprised({ db, member }: Scope, { startsOn, endsOn }: TurnView): Promise<boolean> {
  const livedOn = { gte: dayToDate(startsOn), lte: dayToDate(endsOn) };
  const where = {
    coupleId: member.coupleId,
    authorId: member.userId,
    kind: 'surprise' as const,
    state: 'lived' as const,
  };
  return (await db.plan.count({ where: { ...where, livedOn } })) > 0;
}

/** The first few things that a card says its owner likes: own words before tastes. */
export function likesOf(card: CardView | null): Liking[] {
  if (!card) return [];
  const words = allLinesOf(card, 'likes');
  const tastes = areas.flatMap((area) => tastesOf[area].filter((taste) => card.likes.includes(taste)));
  return [...words.slice(0, 2).map((line) => ({ words: line })), ...tastes.map((taste) => ({ taste }))].slice(
    0,
    mostLikes,
  );
}
