import { type KeptCard, keptCard } from '#lib/cards/schema';
import type { Card } from '#lib/generated/prisma/client';
import type { Scope } from '#lib/transaction';
import { unseal } from '#lib/vault';

/** A card as its reader sees it: the partner's as I do. `learned` says what lived plans have taught it. */
export type CardView = KeptCard & { shown: boolean };

/** What a card is sealed as. */
export const cardPlace = (userId: string) => ({ table: 'card', column: 'sealed_body', id: userId });

export async function viewCard(scope: Pick<Scope, 'db' | 'member'>, row: Card): Promise<CardView> {
  const kept = keptCard.parse(JSON.parse(await unseal(scope, cardPlace(row.userId), row.sealedBody)));
  const { userId, partner } = scope.member;
  return { ...kept, shown: row.shownToId !== null && [userId, partner?.id].includes(row.shownToId) };
}
