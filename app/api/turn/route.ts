import { dayIn, dayToDate } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';
import { findTurnRule, getTurn, lockTurnRule, requireTwo, saveTurnRule, viewTurn } from '#lib/turns/queries';
import { changeRhythm } from '#lib/turns/rules';
import { turnBody } from '#lib/turns/schema';

/** Whose turn it is to surprise. `turn` is null where the two take none. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => ({ turn: await getTurn(scope) })),
);

/** Begins turns, today, or goes on in another rhythm. Both at once is once. */
export const PUT = route({ body: turnBody }, ({ identity, body }) =>
  transaction(identity, async (scope) => {
    const { member, db, record } = scope;
    const members = requireTwo(scope);
    const today = dayIn(member.coupleTimeZone);
    const [me, partner] = members;
    const firstId = body.first === 'me' ? me : partner;
    const begun = await db.$executeRaw`
      INSERT INTO turn (couple_id, rhythm, anchor_on, anchor_n, first_id)
      VALUES (${member.coupleId}::uuid, ${body.rhythm}::rhythm, ${dayToDate(today)}::date, 1, ${firstId}::uuid)
      ON CONFLICT (couple_id) DO NOTHING`;
    // Their partner may have left while this waited for the couple's row; from here on they wait for this.
    if (begun && (await db.member.count({ where: { coupleId: member.coupleId } })) < 2) throw new AppError('alone');
    const rule = begun ? await findTurnRule(scope) : await lockTurnRule(scope);
    // Stopped by the other at this moment.
    if (!rule) throw new AppError('turn_changed');
    if (!begun && rule.rhythm === body.rhythm) return { turn: viewTurn(scope, rule) };
    const after = begun ? rule : changeRhythm(rule, body.rhythm, today, members);
    if (!begun) await saveTurnRule(scope, after);
    await record(begun ? 'turn.begun' : 'turn.changed', null);
    return { turn: viewTurn(scope, after) };
  }),
);

/** No more turns, for both. */
export const DELETE = route({}, ({ identity }) =>
  transaction(identity, async ({ db, member, record }) => {
    const { count } = await db.turn.deleteMany({ where: { coupleId: member.coupleId } });
    if (count > 0) await record('turn.changed', null);
  }),
);
