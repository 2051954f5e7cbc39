import { dayIn } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';
import { lockTurn, requireTwo, saveTurnRule, viewTurn } from '#lib/turns/queries';
import { skipTurn } from '#lib/turns/rules';
import { turnStepBody } from '#lib/turns/schema';

/** Passes my turn on: the other's begins today. No reason is asked, and no debt is kept. */
export const POST = route({ body: turnStepBody }, ({ identity, body }) =>
  transaction(identity, async (scope) => {
    const rule = await lockTurn(scope, body);
    if (body.holder !== 'me') throw new AppError('turn_changed');
    const after = skipTurn(rule, dayIn(scope.member.coupleTimeZone), requireTwo(scope));
    await saveTurnRule(scope, after);
    await scope.record('turn.skipped', null);
    return { turn: viewTurn(scope, after) };
  }),
);
