import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';
import { lockTurn, requireTwo, saveTurnRule, viewTurn } from '#lib/turns/queries';
import { swapTurns } from '#lib/turns/rules';
import { turnStepBody } from '#lib/turns/schema';

/** The two exchange this turn and the next; either may. */
export const POST = route({ body: turnStepBody }, ({ identity, body }) =>
  transaction(identity, async (scope) => {
    const after = swapTurns(await lockTurn(scope, body), requireTwo(scope));
    await saveTurnRule(scope, after);
    await scope.record('turn.swapped', null);
    return { turn: viewTurn(scope, after) };
  }),
);
