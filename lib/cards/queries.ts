import { type CardBody, type KeptCard, mostLearned } from '#lib/cards/schema';
import { type CardView, cardPlace, viewCard } from '#lib/cards/view';
import { AppError } from '#lib/error';
import type { Taste } from '#lib/ideas/kinds';
import type { Scope } from '#lib/transaction';
import { seal, unseal } from '#lib/vault';

/** My card, and my partner's once it is shown to me: without what was enough for them, which is theirs to say. */
export async function getCards(scope: Scope): Promise<{ mine: CardView | null; theirs: CardView | null }> {
  const rows = await scope.db.card.findMany();
  const mine = rows.find(({ userId }) => userId === scope.member.userId);
  const theirs = rows.find(({ userId }) => userId !== scope.member.userId);
  return {
    mine: mine ? await viewCard(scope, mine) : null,
    theirs: theirs ? keepLiked(await viewCard(scope, theirs)) : null,
  };
}

function keepLiked(card: CardView): CardView {
  const liked = Object.entries(card.learned).filter(([, much]) => much > 0);
  return { ...card, learned: Object.fromEntries(liked) };
}

const empty: CardBody = { likes: [], noes: [], words: {} };

/**
 * Changes my card, which is made if there is none. Locks it: two changes at once follow one another.
 * @param shown whether my partner sees it from now on; without it, that stays as it is
 * @returns whether they saw it before
 */
export async function changeCard(
  scope: Scope,
  change: (card: KeptCard) => KeptCard,
  shown?: boolean,
): Promise<{ wasShown: boolean }> {
  const { db, member } = scope;
  const { userId } = member;
  await db.$executeRaw`
    INSERT INTO card (user_id, sealed_body) VALUES (${userId}::uuid, ''::bytea) ON CONFLICT (user_id) DO NOTHING`;
  await db.$queryRaw`SELECT 1 FROM card WHERE user_id = ${userId}::uuid FOR UPDATE`;
  const row = await db.card.findUnique({ where: { userId } });
  // The account was deleted while this waited.
  if (!row) throw new AppError('unauthenticated');
  const before = row.sealedBody.length > 0 ? await viewCard(scope, row) : { ...empty, learned: {}, shown: false };
  const { shown: wasShown, ...kept } = before;
  // Shown to somebody before, it is shown to nobody.
  const shownToId = (shown ?? wasShown) ? (member.partner?.id ?? null) : null;
  // Nobody but me can open what is not shown.
  const sealedBody = await seal(scope, shownToId ? 'couple' : 'user', cardPlace(userId), JSON.stringify(change(kept)));
  await db.card.updateMany({ where: { userId }, data: { sealedBody, shownToId } });
  return { wasShown };
}

/** What a lived plan teaches my card: more of its tastes, or that once was enough. */
export async function teachCard(scope: Scope, tastes: readonly Taste[], by: 1 | -1): Promise<void> {
  await changeCard(scope, (card) => {
    const learned = { ...card.learned };
    for (const taste of tastes) {
      const next = Math.max(-mostLearned, Math.min(mostLearned, (learned[taste] ?? 0) + by));
      if (next === 0) delete learned[taste];
      else learned[taste] = next;
    }
    return { ...card, learned };
  });
}

/** Lines of what one has noticed, of which more would be a file on somebody. */
export const mostObservations = 300;

export type ObservationView = { id: string; text: string; at: string; isAboutNow: boolean };

/** What I noticed, the newest first. `isAboutNow`: about my partner of now, or written alone. */
export async function listObservations(scope: Scope): Promise<ObservationView[]> {
  const rows = await scope.db.observation.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostObservations,
  });
  const views = [];
  for (const row of rows) {
    const place = { table: 'observation', column: 'sealed_body', id: row.id };
    views.push({
      id: row.id,
      text: await unseal(scope, place, row.sealedBody),
      at: row.createdAt.toISOString(),
      isAboutNow: row.aboutId === null || row.aboutId === scope.member.partner?.id,
    });
  }
  return views;
}
