import { addDays, dayIn, dayToDate } from '#lib/clock';
import { AppError } from '#lib/error';
import { route } from '#lib/http/route';
import { promptParams } from '#lib/prompts/schema';
import { transaction } from '#lib/transaction';

/** "Not now": my Today leaves it out until tomorrow. Nobody else learns of it. */
export const PUT = route({ params: promptParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    if (!(await db.prompt.count({ where: { id: params.id } }))) throw new AppError('not_found');
    const until = dayToDate(addDays(dayIn(member.coupleTimeZone), 1));
    await db.$executeRaw`
      INSERT INTO postponement (user_id, prompt_id, until) VALUES (${member.userId}::uuid, ${params.id}::uuid, ${until}::date)
      ON CONFLICT (user_id, prompt_id) DO UPDATE SET until = excluded.until`;
  }),
);

export const DELETE = route({ params: promptParams }, ({ identity, params }) =>
  transaction(identity, async ({ db, member }) => {
    await db.postponement.deleteMany({ where: { userId: member.userId, promptId: params.id } });
  }),
);
