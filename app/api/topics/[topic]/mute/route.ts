import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { topicParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

/** Topics that one person can mute: fewer than half, so that the two together never mute everything, which would tell. */
const mostMuted = 6;

/** The day's question leaves this topic out from now on. The partner cannot learn who muted it. */
export const PUT = route({ params: topicParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    // One change at a time, so that the count holds.
    await db.$queryRaw`SELECT 1 FROM account WHERE user_id = ${member.userId}::uuid FOR UPDATE`;
    const others = await db.mutedTopic.count({ where: { userId: member.userId, topic: { not: params.topic } } });
    if (others >= mostMuted) throw new AppError('muted_enough');
    await db.$executeRaw`
      INSERT INTO muted_topic (user_id, topic) VALUES (${member.userId}::uuid, ${params.topic}) ON CONFLICT DO NOTHING`;
  }),
);

export const DELETE = route({ params: topicParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    await db.mutedTopic.deleteMany({ where: { userId: member.userId, topic: params.topic } });
  }),
);
