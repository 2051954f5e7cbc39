import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { promptParams, readinessBody } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

/** Says that I am ready for a deep one, or not. It opens when both are; until then neither learns what the other said. */
export const PUT = route({ params: promptParams, body: readinessBody }, ({ identity, params, body }) =>
  transaction(identity, async ({ db, member, record }) => {
    const [prompt] = await db.$queryRaw<{ opened: boolean }[]>`
      SELECT opened_at IS NOT NULL AS opened FROM prompt WHERE id = ${params.id}::uuid FOR UPDATE`;
    if (!prompt) throw new AppError('not_found');
    if (prompt.opened) return { opened: true };
    await db.$executeRaw`
      INSERT INTO readiness (user_id, prompt_id, ready) VALUES (${member.userId}::uuid, ${params.id}::uuid, ${body.ready})
      ON CONFLICT (user_id, prompt_id) DO UPDATE SET ready = excluded.ready`;
    const { openedAt } = await db.prompt.findUniqueOrThrow({ where: { id: params.id }, select: { openedAt: true } });
    if (openedAt) await record('prompt.opened', params.id);
    return { opened: openedAt !== null };
  }),
);
