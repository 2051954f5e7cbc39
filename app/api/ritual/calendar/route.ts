import { answerCalendar } from '#lib/calendar/file';
import { getNextTalk } from '#lib/calendar/queries';
import { route } from '#lib/http/route';
import { transaction } from '#lib/transaction';

/** The next talk as a file for a calendar. */
export const GET = route({}, ({ identity }) =>
  transaction(identity, async (scope) =>
    answerCalendar(scope.member.locale, [await getNextTalk(scope)], {
      'content-disposition': 'attachment; filename="nearer.ics"',
    }),
  ),
);
