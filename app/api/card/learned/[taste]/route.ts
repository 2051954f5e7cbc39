import { changeCard } from '#lib/cards/queries';
import { learnedParams } from '#lib/cards/schema';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** Takes from my card what lived plans have taught it about a taste. */
export const DELETE = route({ params: learnedParams }, ({ identity, params }) =>
  transaction(identity, async (scope) => {
    const { db, member } = scope;
    if (!(await db.card.count({ where: { userId: member.userId } }))) return;
    await changeCard(scope, (card) => {
      const { [params.taste]: _, ...learned } = card.learned;
      return { ...card, learned };
    });
  }),
);
