import type { KeptCard } from '#lib/cards/schema';
import { dayIn } from '#lib/clock';
import { ideas } from '#lib/ideas/library';
import { type RankedIdea, rankIdeas } from '#lib/ideas/rules';
import { type RatingView, viewRating } from '#lib/ideas/view';
import type { Scope } from '#lib/transaction';

/** Ideas in the order in which they suit my partner, who may have shown a card. */
export function listIdeas({ member }: Scope, card: KeptCard | null, drawn: ReadonlySet<string>): RankedIdea[] {
  return rankIdeas({
    ideas,
    card,
    drawn,
    circumstances: member.circumstances,
    seed: `${member.userId}:${dayIn(member.coupleTimeZone)}`,
  });
}

/** Ideas and plans that both of us rated high, the same for both. */
export async function listDrawn({ db }: Scope): Promise<{ ideas: Set<string>; plans: Set<string> }> {
  const rows = await db.$queryRaw<{ idea_id: string | null; plan_id: string | null }[]>`SELECT * FROM app.drawn()`;
  return {
    ideas: new Set(rows.flatMap(({ idea_id }) => idea_id ?? [])),
    plans: new Set(rows.flatMap(({ plan_id }) => plan_id ?? [])),
  };
}

/** My own ratings of ideas, by the idea's id: what was new with somebody before says nothing of us. */
export async function listRatings({ db, member }: Scope): Promise<Map<string, RatingView>> {
  const ofUs = [{ withId: null }, { withId: member.partner?.id ?? null }];
  const rows = await db.rating.findMany({ where: { userId: member.userId, ideaId: { not: null }, OR: ofUs } });
  return new Map(rows.map((row) => [row.ideaId ?? '', viewRating(row)]));
}
