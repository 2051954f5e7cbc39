import { addressOfFeed, findCalendar } from '#lib/calendar/queries';
import { calendarBody } from '#lib/calendar/schema';
import { hashToken } from '#lib/calendar/tokens';
import { now } from '#lib/clock';
import { route } from '#lib/http/route';
import { makeToken } from '#lib/secret';
import { transaction } from '#lib/transaction';

/** My feed, without its address, which is shown once. `calendar` is null where I have none. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) => ({ calendar: await findCalendar(scope) })),
);

/** Makes my feed and says its address, this once; or changes whether it shows titles, and says none. */
export const PUT = route({ body: calendarBody }, ({ identity, body: { showsTitles } }) =>
  transaction(identity, async ({ db, member: { userId } }) => {
    const token = makeToken();
    const made = await db.$executeRaw`
      INSERT INTO calendar (user_id, token_hash, shows_titles, created_at)
      VALUES (${userId}::uuid, ${hashToken(token)}, ${showsTitles}, ${now()})
      ON CONFLICT (user_id) DO NOTHING`;
    if (made > 0) return { showsTitles, address: addressOfFeed(token) };
    await db.calendar.updateMany({ where: { userId }, data: { showsTitles } });
    return { showsTitles, address: null };
  }),
);

/** Ends my feed: whoever has its address finds nothing there. */
export const DELETE = route({}, ({ identity }) =>
  transaction(identity, async ({ db, member: { userId } }) => {
    await db.calendar.deleteMany({ where: { userId } });
  }),
);
