import { type Day, dateToDay, dayIn, dayToDate } from '#lib/clock';
import { AppError } from '#lib/error';
import type { Scope } from '#lib/transaction';
import type { Rhythm } from '#lib/turns/kinds';
import { type Turn, type TurnRule, turnOn } from '#lib/turns/rules';

/** Whose turn it is, its days by the couple's calendar, and when the next begins. */
export type TurnView = { n: number; rhythm: Rhythm; holder: 'me' | 'partner'; startsOn: Day; endsOn: Day };

/** The two, me first. @throws AppError `alone` */
export function requireTwo({ member }: Scope): [string, string] {
  if (!member.partner) throw new AppError('alone');
  return [member.userId, member.partner.id];
}

/** The turn of today; null where the two take none. */
export async function getTurn(scope: Scope): Promise<TurnView | null> {
  if (!scope.member.partner) return null;
  const rule = await findTurnRule(scope);
  return rule && viewTurn(scope, rule);
}

export function viewTurn(scope: Scope, rule: TurnRule): TurnView {
  const { n, holderId, startsOn, endsOn } = turnToday(scope, rule);
  return { n, rhythm: rule.rhythm, holder: holderId === scope.member.userId ? 'me' : 'partner', startsOn, endsOn };
}

export function turnToday(scope: Scope, rule: TurnRule): Turn {
  return turnOn(rule, dayIn(scope.member.coupleTimeZone), requireTwo(scope));
}

export async function findTurnRule({ db, member }: Scope): Promise<TurnRule | null> {
  const row = await db.turn.findUnique({ where: { coupleId: member.coupleId } });
  return row && { rhythm: row.rhythm, anchorOn: dateToDay(row.anchorOn), anchorN: row.anchorN, firstId: row.firstId };
}

/** Locks the couple's turns, so that two taps at the same moment follow one another. Null where there are none. */
export async function lockTurnRule(scope: Scope): Promise<TurnRule | null> {
  await scope.db.$queryRaw`SELECT 1 FROM turn WHERE couple_id = ${scope.member.coupleId}::uuid FOR UPDATE`;
  return findTurnRule(scope);
}

/**
 * Locks the couple's turns for a step that names the turn of now.
 * @throws AppError `turn_changed` where that was stepped on meanwhile, or there are none any more
 */
export async function lockTurn(scope: Scope, named: Pick<TurnView, 'n' | 'holder'>): Promise<TurnRule> {
  requireTwo(scope);
  const rule = await lockTurnRule(scope);
  if (!rule) throw new AppError('turn_changed');
  const { n, holder } = viewTurn(scope, rule);
  if (n !== named.n || holder !== named.holder) throw new AppError('turn_changed');
  return rule;
}

export async function saveTurnRule({ db, member }: Scope, rule: TurnRule): Promise<void> {
  const { anchorOn, ...rest } = rule;
  await db.turn.updateMany({ where: { coupleId: member.coupleId }, data: { ...rest, anchorOn: dayToDate(anchorOn) } });
}
