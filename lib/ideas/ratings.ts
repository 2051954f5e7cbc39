import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { Prisma } from '#lib/generated/prisma/client';
import { novelties, pulls } from '#lib/ideas/kinds';
import type { ratingBody } from '#lib/ideas/schema';
import type { Scope } from '#lib/transaction';

/** What is rated: an idea of ours, or a plan of us both, which its route has looked up. */
type Rated = { ideaId: string; planId?: never } | { planId: string; ideaId?: never };

/** Keeps how new something is to us and how much it draws me. Nobody sees it: no event, no count. */
export async function rate({ db, member }: Scope, rated: Rated, rating: z.output<typeof ratingBody>): Promise<void> {
  const { userId, partner } = member;
  const { ideaId = null, planId = null } = rated;
  const once = Prisma.raw(ideaId === null ? 'user_id, plan_id' : 'user_id, idea_id');
  // The same again writes nothing, so that it does not count as said today.
  await db.$executeRaw`
    INSERT INTO rating (id, user_id, with_id, idea_id, plan_id, novelty, pull)
    VALUES (${randomUUID()}::uuid, ${userId}::uuid, ${partner?.id ?? null}::uuid, ${ideaId}, ${planId}::uuid,
            ${novelties.indexOf(rating.novelty)}, ${pulls.indexOf(rating.pull)})
    ON CONFLICT (${once}) DO UPDATE
       SET with_id = excluded.with_id, novelty = excluded.novelty, pull = excluded.pull
     WHERE (rating.with_id, rating.novelty, rating.pull)
           IS DISTINCT FROM (excluded.with_id, excluded.novelty, excluded.pull)`;
}

export async function unrate({ db, member }: Scope, rated: Rated): Promise<void> {
  await db.rating.deleteMany({ where: { userId: member.userId, ...rated } });
}
