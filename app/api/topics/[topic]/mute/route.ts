import { route } from '#lib/http/route';
import { topicParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

/** The day's question leaves this topic out from now on. The partner cannot learn who muted it. */
export const PUT = route({ params: topicParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    await db.$executeRaw`
      INSERT INTO muted_topic (user_id, topic) VALUES (${member.userId}::uuid, ${params.topic}) ON CONFLICT DO NOTHING`;
  }),
);

export const DELETE = route({ params: topicParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    await db.mutedTopic.deleteMany({ where: { userId: member.userId, topic: params.topic } });
  }),
);
