import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { reactionParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

/** Touches the partner's answer lightly. */
export const PUT = route({ params: reactionParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member, record }) => {
    const [prompt] = await db.$queryRaw<{ revealed: boolean }[]>`
      SELECT revealed_at IS NOT NULL AS revealed FROM prompt WHERE id = ${params.id}::uuid FOR UPDATE`;
    if (!prompt) throw new AppError('not_found');
    if (!prompt.revealed) throw new AppError('sealed');
    const changed = await db.$executeRaw`
      INSERT INTO reaction (prompt_id, couple_id, author_id, kind)
      VALUES (${params.id}::uuid, ${member.coupleId}::uuid, ${member.userId}::uuid, ${params.kind}::reaction_kind)
      ON CONFLICT DO NOTHING`;
    if (changed > 0) await record('reaction.changed', params.id);
  }),
);

export const DELETE = route({ params: reactionParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member, record }) => {
    if (!(await db.prompt.count({ where: { id: params.id } }))) throw new AppError('not_found');
    const { count } = await db.reaction.deleteMany({
      where: { promptId: params.id, authorId: member.userId, kind: params.kind },
    });
    if (count > 0) await record('reaction.changed', params.id);
  }),
);
